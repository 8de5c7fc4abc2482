package dev.hinny.runtime.engine.log;

import dev.hinny.base.Problems;
import dev.hinny.base.SourceText;
import dev.hinny.runtime.model.xml.LocatedXml;
import dev.hinny.runtime.model.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Levels by logger name from the {@code Loggers} part of a {@code log4j2.xml}; the rest of such a file has no effect. */
public record LogConfiguration(Map<String, String> levels) {
    /** Broken files add a problem and give no levels. */
    public static LogConfiguration read(SourceText text, Problems problems) {
        Map<String, String> levels = new LinkedHashMap<>();
        Optional<XmlElement> root = LocatedXml.read(text, problems);
        root.stream()
                .flatMap(r -> r.children().stream())
                .filter(e -> e.name().equalsIgnoreCase("Loggers"))
                .flatMap(l -> l.children().stream())
                .forEach(logger -> {
                    boolean isRoot = logger.name().toLowerCase(Locale.ROOT).endsWith("root");
                    Optional<String> name = isRoot ? Optional.of("") : logger.value("name");
                    name.ifPresent(n -> logger.value("level").ifPresent(level -> levels.put(n, level)));
                });
        return new LogConfiguration(levels);
    }

    public void apply(Logs logs) {
        levels.forEach(logs::level);
    }
}
