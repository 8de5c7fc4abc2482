package dev.hinny.bench.transform;

/** One way to make the answer of an order: bytes in, bytes out. */
@FunctionalInterface
public interface Transform {
    byte[] apply(byte[] order);
}
