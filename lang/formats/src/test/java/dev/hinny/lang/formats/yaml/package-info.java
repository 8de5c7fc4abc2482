/** Tests of YAML. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.yaml;
