"""The words that readers see for the fixed values of entries, as templates ask for them."""

FIELDS = {  # the name in templates -> the field of catalog/labels.yml
    "who_acts": "who",
    "retried": "retry",
    "permanence": "permanent",
    "reply_kinds": "reply_kind",
    "enhanced_statuses": "enhanced_status",
    "provider_kinds": "provider_kind",
    "certainty": "certainty",
}


def labels(catalogue):
    """The labels of a `Catalogue`: {name in templates: {value: label}}."""
    return {
        name: {label.value: label.label for label in catalogue.labels if label.field == field}
        for name, field in FIELDS.items()
    }
