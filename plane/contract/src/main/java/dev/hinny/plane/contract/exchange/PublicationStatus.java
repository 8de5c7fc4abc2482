package dev.hinny.plane.contract.exchange;

import java.util.List;

/**
 * How a publication is going.
 *
 * @param status {@code completed}, {@code running} or {@code error}
 */
public record PublicationStatus(String status, List<Step> steps) {
    /** A step of it. */
    public record Step(String name, String status, List<String> errors, int statusCode) {}
}
