package dev.hinny.runtime.engine.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads the fields of a cron expression. */
final class CronField {
    static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private CronField() {}

    /** Reads one expression; its text is for messages. */
    record Reader(String expression) {
        /** @param names stand for numbers from {@code low} */
        BitSet set(String field, String text, int low, int high, List<String> names) {
            BitSet set = new BitSet(high + 1);
            for (String part : text.split(",", -1)) {
                range(field, part, low, high, names, set);
            }
            return set;
        }

        private void range(String field, String part, int low, int high, List<String> names, BitSet set) {
            int slash = part.indexOf('/');
            String body = slash < 0 ? part : part.substring(0, slash);
            int step = slash < 0 ? 1 : number(field, part.substring(slash + 1), 1, high, List.of());
            int from;
            int to;
            int dash = body.indexOf('-', 1);
            if (body.equals("*") || body.equals("?") || body.isEmpty() && slash >= 0) {
                from = low;
                to = high;
            } else if (dash > 0) {
                from = number(field, body.substring(0, dash), low, high, names);
                to = number(field, body.substring(dash + 1), low, high, names);
            } else {
                from = number(field, body, low, high, names);
                to = slash < 0 ? from : high;
            }
            int span = high - low + 1;
            int end = to < from ? to + span : to;
            for (int i = from; i <= end; i += step) {
                set.set(i > high ? i - span : i);
            }
        }

        private int number(String field, String text, int low, int high, List<String> names) {
            int named = names.indexOf(text.length() > 3 ? text.substring(0, 3) : text);
            if (named >= 0) {
                return named + low;
            }
            int value;
            try {
                value = Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw Cron.bad(expression, "'" + text + "' is no " + field);
            }
            if (value < low || value > high) {
                throw Cron.bad(expression, field + " " + value + " is not between " + low + " and " + high);
            }
            return value;
        }

        Cron.DayRule dayOfMonth(String text) {
            if (text.equals("?") || text.equals("*")) {
                return date -> true;
            }
            List<Cron.DayRule> rules = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                if (part.equals("L")) {
                    rules.add(date -> date.getDayOfMonth() == date.lengthOfMonth());
                } else if (part.startsWith("L-")) {
                    int before = number("day", part.substring(2), 1, 30, List.of());
                    rules.add(date -> date.getDayOfMonth() == date.lengthOfMonth() - before);
                } else if (part.equals("LW")) {
                    rules.add(date -> date.equals(workday(date.withDayOfMonth(date.lengthOfMonth()))));
                } else if (part.endsWith("W")) {
                    int day = number("day", part.substring(0, part.length() - 1), 1, 31, List.of());
                    rules.add(date -> day <= date.lengthOfMonth() && date.equals(workday(date.withDayOfMonth(day))));
                } else {
                    BitSet days = set("day", part, 1, 31, List.of());
                    rules.add(date -> days.get(date.getDayOfMonth()));
                }
            }
            return date -> rules.stream().anyMatch(r -> r.fits(date));
        }

        /** The working day nearest to a day, in the same month. */
        private static LocalDate workday(LocalDate day) {
            return switch (day.getDayOfWeek()) {
                case SATURDAY -> day.getDayOfMonth() == 1 ? day.plusDays(2) : day.minusDays(1);
                case SUNDAY -> day.getDayOfMonth() == day.lengthOfMonth() ? day.minusDays(2) : day.plusDays(1);
                default -> day;
            };
        }

        Cron.DayRule dayOfWeek(String text) {
            if (text.equals("?") || text.equals("*")) {
                return date -> true;
            }
            List<Cron.DayRule> rules = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                int hash = part.indexOf('#');
                if (part.equals("L")) {
                    rules.add(date -> date.getDayOfWeek() == DayOfWeek.SATURDAY);
                } else if (part.endsWith("L")) {
                    int day = number("day of week", part.substring(0, part.length() - 1), 1, 7, DAYS);
                    rules.add(date -> of(date) == day && date.getDayOfMonth() > date.lengthOfMonth() - 7);
                } else if (hash > 0) {
                    int day = number("day of week", part.substring(0, hash), 1, 7, DAYS);
                    int nth = number("week", part.substring(hash + 1), 1, 5, List.of());
                    rules.add(date -> of(date) == day && (date.getDayOfMonth() - 1) / 7 + 1 == nth);
                } else {
                    BitSet days = set("day of week", part, 1, 7, DAYS);
                    rules.add(date -> days.get(of(date)));
                }
            }
            return date -> rules.stream().anyMatch(r -> r.fits(date));
        }

        /** Sunday is 1. */
        private static int of(LocalDate date) {
            return date.getDayOfWeek().getValue() % 7 + 1;
        }
    }
}
