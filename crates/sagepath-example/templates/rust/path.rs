use sagepath::{Catalog, Query};

fn main() -> Result<(), sagepath::Error> {
{%- if let Some(call) = plan.call(Task::Path) %}
    {% include "rust/query.rs" %}
    let located = Catalog::embedded().resolve(&query)?{% if call.pin %}.pinned(){% endif %};
{%- endif %}
    println!("{}", located.path());
    Ok(())
}
