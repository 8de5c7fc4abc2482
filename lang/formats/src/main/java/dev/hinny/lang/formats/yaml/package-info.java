/** YAML 1.2: the core schema, anchors, merge keys; block style when written. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.yaml;
