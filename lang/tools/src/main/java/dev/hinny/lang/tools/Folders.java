package dev.hinny.lang.tools;

import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.ModuleResolver;
import dev.hinny.lang.engine.ResourceResolver;
import dev.hinny.lang.engine.format.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Modules and resources in folders, the first that has one wins: {@code classpath://} names and {@code file:} URLs. */
public final class Folders implements ModuleResolver, ResourceResolver {
    private final List<Path> folders;
    private final Set<Path> used = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Map<String, SourceText> texts = Collections.synchronizedMap(new LinkedHashMap<>());

    public Folders(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** The folder of a script, then the module folders. */
    public static Folders of(@Nullable Path script, List<Path> modules) {
        Path parent = script == null ? null : script.getParent();
        List<Path> all = new ArrayList<>();
        all.add(parent == null ? Path.of("") : parent);
        all.addAll(modules);
        return new Folders(all);
    }

    @Override
    public @Nullable SourceText find(String path) {
        Path file = file(path);
        if (file == null) {
            return null;
        }
        try {
            SourceText text = new SourceText(name(file), Files.readString(file));
            texts.put(text.name(), text);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable ByteSource open(String url) {
        Path file = url.startsWith("file:")
                ? Path.of(URI.create(url).getPath())
                : file(url.replaceFirst("^classpath:/*", ""));
        if (file == null || !Files.isRegularFile(file)) {
            return null;
        }
        used.add(file);
        return ByteSource.of(file);
    }

    /** The files that were found so far, and the places where others were looked for. */
    Set<Path> used() {
        synchronized (used) {
            return Set.copyOf(used);
        }
    }

    /** The modules that were read so far. */
    public List<SourceText> texts() {
        synchronized (texts) {
            return List.copyOf(texts.values());
        }
    }

    /** What messages call a file; a path that begins as the library's own would be taken for it. */
    static String name(Path file) {
        String name = file.toString();
        return name.startsWith("dw/") ? "./" + name : name;
    }

    private @Nullable Path file(String path) {
        for (Path folder : folders) {
            Path file = folder.resolve(path);
            // Also where it is not: a file that appears there changes the result.
            used.add(file);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }
}
