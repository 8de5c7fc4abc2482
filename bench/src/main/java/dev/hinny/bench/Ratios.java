package dev.hinny.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Series of figures of contenders that took turns, the first of them the one that the others are compared with. */
public final class Ratios {
    private final Map<String, List<Double>> series = new LinkedHashMap<>();

    public void add(String contender, double figure) {
        series.computeIfAbsent(contender, name -> new ArrayList<>()).add(figure);
    }

    /** Of the first contender by each other one. */
    public List<Result.Ratio> ratios(String figure, Map<String, String> goals) {
        List<Result.Ratio> ratios = new ArrayList<>();
        List<String> names = List.copyOf(series.keySet());
        for (String peer : names.subList(Math.min(1, names.size()), names.size())) {
            double[] sorted = sorted(names.getFirst(), peer);
            String range = String.format(Locale.ROOT, "%.2f - %.2f", sorted[0], sorted[sorted.length - 1]);
            String ratio = String.format(Locale.ROOT, "%.2f", median(sorted));
            ratios.add(new Result.Ratio(peer, figure, ratio, range, goals.getOrDefault(peer, "")));
        }
        return ratios;
    }

    /** As {@link #ratios}, of each contender's best figure. */
    public List<Result.Ratio> bestRatios(String figure, Map<String, String> goals) {
        String first = series.keySet().iterator().next();
        return ratios(figure, goals).stream()
                .map(r -> new Result.Ratio(
                        r.against(),
                        figure,
                        String.format(Locale.ROOT, "%.2f", best(first) / best(r.against())),
                        r.range(),
                        r.goal()))
                .toList();
    }

    private double[] sorted(String one, String other) {
        List<Double> above = series.getOrDefault(one, List.of());
        List<Double> below = series.getOrDefault(other, List.of());
        double[] ratios = new double[Math.min(above.size(), below.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = above.get(i) / below.get(i);
        }
        Arrays.sort(ratios);
        return ratios;
    }

    public double median(String contender) {
        double[] figures = series.getOrDefault(contender, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return median(figures);
    }

    public double best(String contender) {
        return series.getOrDefault(contender, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.NaN);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
