use sagepath::{Catalog, Query};

fn main() -> Result<(), sagepath::Error> {
{%- if let Some(call) = plan.call %}
    let query = Query::new("{{ call.framework }}", "{{ call.region }}")
{%- for (argument, value) in call.arguments %}
        .{{ argument.method() }}("{{ value }}")
{%- endfor %};
    let located = Catalog::embedded().resolve(&query)?{% if call.pin %}.pinned(){% endif %};
{%- endif %}
    println!("{}", located.path());
    Ok(())
}
