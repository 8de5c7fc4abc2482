/** Avro: object container files, single objects and bare data. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.avro;
