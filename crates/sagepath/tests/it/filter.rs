//! Many images at once.

use jiff::civil::date;
use sagepath::{Catalog, Code, Filter, Platform, VersionRange};

#[test]
fn ranges_of_versions() {
    let cases = [
        ("2.5", "2.5.1", true),
        ("2.5", "2.50", false),
        (">=2.5", "2.10.0", true),
        (">=2.5,<2.10", "2.9.1", true),
        (">=2.5,<2.10", "2.10.0", false),
        ("<=2.10", "2.10.0", true),
        (">2.5", "2.5.1", false),
        ("==2.5.1", "2.5.1", true),
        ("<2", "latest", false),
        ("<2", "b9522", false),
        (">=1.5-1", "1.7-1", true),
        ("<99999999999999999999", "1", true),
    ];
    for (range, version, expected) in cases {
        let parsed: VersionRange = range.parse().expect(range);
        assert_eq!(parsed.contains(version), expected, "{version} in {range}");
    }
    for range in ["", ">=", "2.5,", "~2.5 x", ">=>2"] {
        assert!(range.parse::<VersionRange>().is_err(), "{range}");
    }
}

/// A filter may be gone before the images that it let through.
fn gpu_images() -> Vec<sagepath::Image<'static>> {
    let scope = String::from("inference");
    let filter = Filter {
        runs_on: Some("gpu"),
        scope: Some(&scope),
        ..Filter::default()
    };
    Catalog::embedded()
        .images(&filter)
        .expect("known names")
        .collect()
}

#[test]
fn every_field_leaves_out_what_it_should() {
    let catalog = Catalog::embedded();
    let count = |filter: Filter<'_>| catalog.images(&filter).expect("known names").count();
    assert_eq!(count(Filter::default()), catalog.all_images().len());
    assert!(
        gpu_images()
            .iter()
            .all(|image| image.runs_on().any(|processor| processor == "gpu"))
    );
    let ec2 = Filter {
        platform: Some("ec2"),
        ..Filter::default()
    };
    assert!(
        catalog
            .images(&ec2)
            .expect("known")
            .all(|image| image.platform() == Platform::Ec2)
    );
    let old = Filter {
        alive_on: Some(date(2019, 1, 1)),
        listed_only: true,
        ..Filter::default()
    };
    let started = |image: sagepath::Image<'_>| {
        image
            .general_availability()
            .is_none_or(|start| start <= date(2019, 1, 1))
    };
    assert!(catalog.images(&old).expect("known").all(started));
    // An instance type decides as it does in a look-up: no image of PyTorch 1.13 or newer runs on p2.
    let on_p2 = Filter {
        framework: Some("pytorch"),
        runs_on: Some("ml.p2.xlarge"),
        platform: Some("sagemaker"),
        ..Filter::default()
    };
    assert!(
        catalog
            .images(&on_p2)
            .expect("known")
            .all(|image| !sagepath::version::at_least(image.version(), "1.13"))
    );
    assert_eq!(
        count(Filter {
            python: Some("py99"),
            ..Filter::default()
        }),
        0
    );
}

#[test]
fn a_name_that_does_not_exist_is_refused() {
    let cases = [
        (
            Filter {
                framework: Some("xgbost"),
                ..Filter::default()
            },
            Code::UnknownFramework,
            Some("xgboost"),
        ),
        (
            Filter {
                region: Some("us-east1"),
                ..Filter::default()
            },
            Code::UnknownRegion,
            Some("us-east-1"),
        ),
        (
            Filter {
                scope: Some("trainng"),
                ..Filter::default()
            },
            Code::UnsupportedScope,
            Some("training"),
        ),
        (
            Filter {
                runs_on: Some("gpuu"),
                ..Filter::default()
            },
            Code::UnsupportedProcessor,
            Some("gpu"),
        ),
        (
            Filter {
                runs_on: Some("ml.g5.banana"),
                ..Filter::default()
            },
            Code::UnknownInstanceType,
            None,
        ),
        (
            Filter {
                architecture: Some("arm"),
                ..Filter::default()
            },
            Code::UnsupportedArchitecture,
            Some("arm64"),
        ),
        (
            Filter {
                platform: Some("ec3"),
                ..Filter::default()
            },
            Code::UnsupportedPlatform,
            Some("ec2"),
        ),
    ];
    for (filter, code, suggestion) in cases {
        let error = Catalog::embedded()
            .images(&filter)
            .map(|_| ())
            .expect_err("an unknown name");
        assert_eq!((error.code(), error.suggestion()), (code, suggestion), "{error}");
    }
}
