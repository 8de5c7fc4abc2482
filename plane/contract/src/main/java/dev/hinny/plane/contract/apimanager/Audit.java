package dev.hinny.plane.contract.apimanager;

/** When a thing was made and last changed. */
public record Audit(Moment created, Moment updated) {
    /** A time, ISO-8601. */
    public record Moment(String date) {}
}
