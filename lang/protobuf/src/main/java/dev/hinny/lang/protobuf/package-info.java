/** Protocol Buffers: messages read and written by a compiled descriptor or by the {@code .proto} file itself. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.protobuf;
