package dev.hinny.lang.tools;

import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.ModuleResolver;
import dev.hinny.lang.engine.ResourceResolver;
import dev.hinny.lang.engine.format.ByteSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A case's own files: they answer class path names, imports, and any URL that ends in their name. */
final class CaseFiles implements ModuleResolver, ResourceResolver {
    private final Map<String, String> files;

    CaseFiles(Map<String, String> files) {
        this.files = files;
    }

    @Override
    public @Nullable SourceText find(String path) {
        return text(path).map(text -> new SourceText(path, text)).orElse(null);
    }

    @Override
    public @Nullable ByteSource open(String url) {
        return text(url.replaceFirst("^classpath:/*", "")).map(ByteSource::of).orElse(null);
    }

    private Optional<String> text(String name) {
        String exact = files.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        return files.entrySet().stream()
                .filter(file -> name.endsWith("/" + file.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
