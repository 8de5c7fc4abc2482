/** Tests of Protocol Buffers. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.protobuf;
