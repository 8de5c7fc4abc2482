package dev.hinny.lang.engine.value;

import java.util.regex.Pattern;

/** A regular expression in the syntax of {@link Pattern}. */
public record RegexValue(Pattern pattern) implements Value {}
