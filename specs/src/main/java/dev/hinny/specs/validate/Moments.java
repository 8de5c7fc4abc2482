package dev.hinny.specs.validate;

import dev.hinny.specs.Shape.Temporal.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written forms of moments (RFC 3339, RFC 2616). */
final class Moments {
    private static final String DATE = "(\\d{4})-(\\d{2})-(\\d{2})";
    private static final String TIME = "(\\d{2}):(\\d{2}):(\\d{2})(\\.\\d{1,12})?";
    private static final Pattern DATE_ONLY = Pattern.compile(DATE);
    private static final Pattern TIME_ONLY = Pattern.compile(TIME);
    private static final Pattern DATETIME_ONLY = Pattern.compile(DATE + "[Tt]" + TIME);
    private static final Pattern DATETIME = Pattern.compile(DATE + "[Tt ]" + TIME + "([Zz]|[-+](\\d{2}):(\\d{2}))");

    private Moments() {}

    static boolean valid(Kind kind, String text) {
        return switch (kind) {
            case DATE_ONLY -> date(DATE_ONLY.matcher(text));
            case TIME_ONLY -> time(TIME_ONLY.matcher(text), 1);
            case DATETIME_ONLY -> both(DATETIME_ONLY.matcher(text));
            case DATETIME -> both(DATETIME.matcher(text));
            case DATETIME_RFC2616 -> http(text);
        };
    }

    static String form(Kind kind) {
        return switch (kind) {
            case DATE_ONLY -> "[yyyy-MM-dd]";
            case TIME_ONLY -> "[HH:mm:ss]";
            case DATETIME_ONLY -> "[yyyy-MM-dd'T'HH:mm:ss]";
            case DATETIME -> "[yyyy-MM-dd'T'HH:mm:ssZ]";
            case DATETIME_RFC2616 -> "[EEE, dd MMM yyyy HH:mm:ss GMT]";
        };
    }

    private static boolean date(Matcher m) {
        return m.matches() && dateParts(m);
    }

    private static boolean both(Matcher m) {
        return m.matches() && dateParts(m) && timeParts(m, 4);
    }

    private static boolean time(Matcher m, int group) {
        return m.matches() && timeParts(m, group);
    }

    private static boolean dateParts(Matcher m) {
        try {
            LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean timeParts(Matcher m, int group) {
        int second = number(m, group + 2);
        try {
            LocalTime.of(number(m, group), number(m, group + 1), second == 60 ? 59 : second);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static boolean http(String text) {
        try {
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
