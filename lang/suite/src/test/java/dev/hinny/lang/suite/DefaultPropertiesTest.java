package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.MediaType;
import dev.hinny.base.ProblemException;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The default that a format declares for a property is the one that holds: to set it changes nothing. */
class DefaultPropertiesTest {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final int SAMPLES = 12;

    /**
     * A document of the corpus.
     *
     * @param mediaType with the parameters that the format makes up for what it writes, once for all
     */
    private record Sample(Format format, MediaType mediaType, Path file) {
        static Sample of(Format format, Path file) {
            FormatContext context = FormatContext.of(format.mediaTypes().getFirst());
            return new Sample(format, format.prepare(context).mediaType(), file);
        }

        String read(Map<String, Value> properties) {
            try {
                return Renderings.compact(value(properties));
            } catch (ProblemException e) {
                return String.valueOf(e.getMessage());
            }
        }

        private Value value(Map<String, Value> properties) {
            return format.read(ByteSource.of(file), context(properties));
        }

        String written(Map<String, Value> properties) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                format.write(value(Map.of()), out, context(properties));
            } catch (ProblemException e) {
                return String.valueOf(e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toString(StandardCharsets.ISO_8859_1);
        }

        private FormatContext context(Map<String, Value> properties) {
            return new FormatContext(mediaType, properties, "sample");
        }
    }

    @TestFactory
    Stream<DynamicTest> defaults() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Format format : Formats.all()) {
            List<Sample> samples = samples(format);
            for (FormatOption option : format.options()) {
                if (!(option.defaultValue() instanceof NullValue)) {
                    tests.add(DynamicTest.dynamicTest(format.id() + " " + option.name(), () -> check(samples, option)));
                }
            }
        }
        return tests.stream();
    }

    private static void check(List<Sample> samples, FormatOption option) {
        Map<String, Value> set = Map.of(option.name(), option.defaultValue());
        for (Sample sample : samples) {
            if (option.use() != Use.WRITE) {
                assertThat(sample.read(set)).as(sample.file().toString()).isEqualTo(sample.read(Map.of()));
            }
            if (option.use() != Use.READ) {
                assertThat(sample.written(set)).as(sample.file().toString()).isEqualTo(sample.written(Map.of()));
            }
        }
    }

    private static List<Sample> samples(Format format) throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(f -> f.getFileName().toString().matches("(in|out)\\..*"))
                    .filter(f -> format.extensions().contains(RunCorpus.ending(f)))
                    .sorted()
                    .limit(SAMPLES)
                    .map(file -> Sample.of(format, file))
                    .toList();
        }
    }
}
