package dev.hinny.specs.raml;

/** The sections of a document that declare names. */
enum Section {
    TYPES("type"),
    TRAITS("trait"),
    RESOURCE_TYPES("resource type"),
    ANNOTATION_TYPES("annotation type"),
    SECURITY_SCHEMES("security scheme");

    private final String word;

    Section(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
