package dev.hinny.cli.script;

import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.ModuleResolver;
import dev.hinny.lang.engine.ResourceResolver;
import dev.hinny.lang.engine.format.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Modules and resources beside a script: {@code classpath://} names and {@code file:} URLs. */
final class FolderResources implements ModuleResolver, ResourceResolver {
    private final Path folder;

    FolderResources(Path folder) {
        this.folder = folder;
    }

    @Override
    public @Nullable SourceText find(String path) {
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            return new SourceText(path, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable ByteSource open(String url) {
        Path file = url.startsWith("file:")
                ? Path.of(URI.create(url).getPath())
                : folder.resolve(url.replaceFirst("^classpath:/*", ""));
        return Files.isRegularFile(file) ? ByteSource.of(file) : null;
    }
}
