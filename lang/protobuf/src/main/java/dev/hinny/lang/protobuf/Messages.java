package dev.hinny.lang.protobuf;

import com.google.protobuf.AnyProto;
import com.google.protobuf.ApiProto;
import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DurationProto;
import com.google.protobuf.EmptyProto;
import com.google.protobuf.FieldMaskProto;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.SourceContextProto;
import com.google.protobuf.StructProto;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.TypeProto;
import com.google.protobuf.WrappersProto;
import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.Suggestion;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the message type that the properties {@code descriptorUrl} and {@code messageType} name. */
final class Messages {
    private static final Map<String, FileDescriptor> STANDARD = new HashMap<>();

    static {
        for (FileDescriptor file : List.of(
                AnyProto.getDescriptor(),
                ApiProto.getDescriptor(),
                DescriptorProtos.getDescriptor(),
                DurationProto.getDescriptor(),
                EmptyProto.getDescriptor(),
                FieldMaskProto.getDescriptor(),
                SourceContextProto.getDescriptor(),
                StructProto.getDescriptor(),
                TimestampProto.getDescriptor(),
                TypeProto.getDescriptor(),
                WrappersProto.getDescriptor())) {
            STANDARD.put(file.getName(), file);
        }
    }

    private static final int MAX_RECENT = 32;
    private static final int MAX_RECENT_BYTES = 1 << 20;

    /** What descriptors said lately: they are asked for each message. Those that import other files are read each time. */
    private static final Map<Request, Descriptor> RECENT =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Request, Descriptor> eldest) {
                    return size() > MAX_RECENT;
                }
            });

    private final FormatContext context;
    private final String url;
    private final Map<String, FileDescriptorProto> given = new LinkedHashMap<>();
    private final Map<String, FileDescriptor> built = new LinkedHashMap<>();

    private boolean importsFiles;

    /** The same question has the same answer. */
    private record Request(String url, String type, ByteBuffer descriptor) {}

    private Messages(FormatContext context) {
        this.context = context;
        this.url = context.text("descriptorUrl", "");
    }

    /** @throws FormatException when the descriptor is missing or broken, or has no such message */
    static Descriptor find(FormatContext context) {
        String type = context.text("messageType", "");
        if (type.isEmpty()) {
            throw new FormatException(Problem.error(
                    "MISSING-OPTION",
                    null,
                    "'" + context.mediaType().essence() + "' needs the property 'messageType'",
                    "give the full name of the message, with its package"));
        }
        byte[] bytes = context.resource("descriptorUrl").bytes();
        Request request = new Request(context.text("descriptorUrl", ""), type, ByteBuffer.wrap(bytes));
        Descriptor known = RECENT.get(request);
        if (known != null) {
            return known;
        }
        Messages messages = new Messages(context);
        Descriptor found = messages.message(type, bytes);
        if (!messages.importsFiles && bytes.length <= MAX_RECENT_BYTES) {
            RECENT.put(request, found);
        }
        return found;
    }

    private Descriptor message(String type, byte[] bytes) {
        if (url.endsWith(".proto")) {
            given.put(url, ProtoParser.parse(url, new String(bytes, StandardCharsets.UTF_8)));
        } else {
            compiled(bytes);
        }
        for (String file : List.copyOf(given.keySet())) {
            build(file, new ArrayList<>());
        }
        TreeSet<String> known = new TreeSet<>();
        for (FileDescriptor file : built.values()) {
            for (Descriptor message : file.getMessageTypes()) {
                Descriptor found = search(message, type, known);
                if (found != null) {
                    return found;
                }
            }
        }
        FileDescriptor standard = STANDARD.values().stream()
                .filter(f -> type.startsWith(f.getPackage() + ".")
                        && f.findMessageTypeByName(type.substring(f.getPackage().length() + 1)) != null)
                .findFirst()
                .orElse(null);
        if (standard != null) {
            return standard.findMessageTypeByName(
                    type.substring(standard.getPackage().length() + 1));
        }
        throw new FormatException(Problem.error(
                "UNKNOWN-MESSAGE",
                SourceSpan.file(url),
                "'" + url + "' has no message '" + type + "'",
                Suggestion.didYouMean(type, known, "it has " + String.join(", ", known))));
    }

    private static @Nullable Descriptor search(Descriptor message, String type, TreeSet<String> known) {
        known.add(message.getFullName());
        if (message.getFullName().equals(type)) {
            return message;
        }
        for (Descriptor nested : message.getNestedTypes()) {
            Descriptor found = nested.getOptions().getMapEntry() ? null : search(nested, type, known);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private void compiled(byte[] bytes) {
        try {
            for (FileDescriptorProto file : FileDescriptorSet.parseFrom(bytes).getFileList()) {
                given.put(file.getName(), file);
            }
        } catch (InvalidProtocolBufferException e) {
            throw broken(url, "it is no compiled descriptor: " + e.getMessage(), e);
        }
        if (given.isEmpty()) {
            throw broken(url, "it is no compiled descriptor: it has no files", null);
        }
    }

    private FileDescriptor build(String name, List<String> path) {
        FileDescriptor known = built.get(name);
        if (known != null) {
            return known;
        }
        FileDescriptorProto file = given.get(name);
        FileDescriptor standard = STANDARD.get(name);
        if (file == null && standard != null) {
            return standard;
        }
        if (path.contains(name)) {
            throw broken(name, "it imports itself: " + String.join(" -> ", path), null);
        }
        if (file == null) {
            file = imported(name, path);
        }
        path.add(name);
        FileDescriptor[] imports = new FileDescriptor[file.getDependencyCount()];
        for (int i = 0; i < imports.length; i++) {
            imports[i] = build(file.getDependency(i), path);
        }
        path.remove(path.size() - 1);
        try {
            FileDescriptor made = FileDescriptor.buildFrom(file, imports);
            built.put(name, made);
            return made;
        } catch (DescriptorValidationException e) {
            throw broken(name, e.getProblemSymbolName() + ": " + e.getDescription(), e);
        } catch (RuntimeException e) {
            throw broken(name, String.valueOf(e.getMessage()), e);
        }
    }

    /** An import is looked for beside the file and in the folders above it. */
    private FileDescriptorProto imported(String name, List<String> path) {
        importsFiles = true;
        if (url.endsWith(".proto")) {
            int scheme = url.indexOf("://");
            int end = url.lastIndexOf('/');
            while (true) {
                String folder = end < 0 ? "" : url.substring(0, end + 1);
                ByteSource found = context.resources().open(folder + name);
                if (found != null) {
                    String text = new String(found.bytes(), StandardCharsets.UTF_8);
                    return ProtoParser.parse(name, text);
                }
                if (end <= scheme + 2) {
                    break;
                }
                end = url.lastIndexOf('/', end - 1);
            }
        }
        throw broken(
                path.isEmpty() ? url : path.get(path.size() - 1),
                "the imported file '" + name + "' is not there",
                null);
    }

    private static FormatException broken(String name, String what, @Nullable Throwable cause) {
        return new FormatException(
                Problem.error(
                        "BAD-PROTO",
                        SourceSpan.file(name),
                        "'" + name + "' cannot be used: " + what,
                        "compile it with protoc --include_imports --descriptor_set_out, or name a .proto file"),
                cause);
    }
}
