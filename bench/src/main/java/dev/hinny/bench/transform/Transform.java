package dev.hinny.bench.transform;

/** One way to make the answer of a document: bytes in, bytes out. */
@FunctionalInterface
public interface Transform {
    byte[] apply(byte[] document);
}
