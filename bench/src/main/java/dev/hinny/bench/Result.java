package dev.hinny.bench;

import java.util.List;

/**
 * What a workload brought.
 *
 * @param others share of the machine that other processes used meanwhile
 * @param columns and {@code lines}: the table
 * @param troubles what could not be measured, and why
 */
public record Result(
        String workload,
        String title,
        String how,
        String date,
        String pace,
        String others,
        List<Ratio> ratios,
        List<String> columns,
        List<List<String>> lines,
        List<String> troubles) {

    public Result withLines(List<List<String>> others) {
        return new Result(workload, title, how, date, pace, this.others, ratios, columns, others, troubles);
    }

    /**
     * Hinny divided by a peer: below 1 Hinny takes less.
     *
     * @param figure what is compared
     * @param ratio median of the ratios of rounds that followed each other
     * @param range the smallest and the largest of them
     * @param goal what we mean to reach, or empty
     */
    public record Ratio(String against, String figure, String ratio, String range, String goal) {}
}
