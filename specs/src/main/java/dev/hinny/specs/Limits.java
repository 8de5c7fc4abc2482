package dev.hinny.specs;

/**
 * What one reading may cost.
 *
 * @param fileBytes the size of one file
 * @param totalBytes the size of all files together
 * @param depth how deep values, includes and types may nest
 * @param nodes how many values all files together may have, template expansions included
 */
public record Limits(int fileBytes, long totalBytes, int depth, int nodes) {
    public static final Limits STANDARD = new Limits(8 << 20, 64L << 20, 120, 2_000_000);
}
