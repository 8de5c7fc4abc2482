/** Tests of Avro. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.avro;
