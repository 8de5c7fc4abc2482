package dev.hinny.lang.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Protocol Buffers: one message, whose type a compiled descriptor or a {@code .proto} file tells. */
public final class ProtobufFormat implements Format {
    private static final int MAX_DEPTH = 250;

    @Override
    public String id() {
        return "protobuf";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(
                new MediaType("application", "protobuf", Map.of()),
                new MediaType("application", "x-protobuf", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("pb", "protobuf");
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                new FormatOption(
                        "descriptorUrl",
                        Use.BOTH,
                        StringValue.EMPTY,
                        "Where the compiled descriptor or the .proto file is."),
                new FormatOption("messageType", Use.BOTH, StringValue.EMPTY, "Full name of the message."),
                new FormatOption("bufferSize", Use.BOTH, NumberValue.of(8192), "Size of the buffer."),
                new FormatOption("deferred", Use.BOTH, BooleanValue.FALSE, "Write while the output is consumed."));
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        Descriptor type = Messages.find(context);
        byte[] bytes = source.bytes();
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        in.setRecursionLimit(MAX_DEPTH);
        try {
            DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
            message.mergeFrom(in);
            in.checkLastTagWas(0);
            return new ProtobufReader(context.name()).message(message.buildPartial());
        } catch (InvalidProtocolBufferException e) {
            throw bad(context.name(), in.getTotalBytesRead(), String.valueOf(e.getMessage()), e);
        } catch (IOException | RuntimeException e) {
            if (e instanceof FormatException known) {
                throw known;
            }
            throw bad(context.name(), in.getTotalBytesRead(), String.valueOf(e.getMessage()), e);
        }
    }

    private static FormatException bad(String name, int offset, String what, Throwable cause) {
        return new FormatException(
                Problem.error(
                        "BAD-PROTOBUF",
                        SourceSpan.atByte(name, offset),
                        "no valid message at byte " + offset + ": " + what,
                        "check that the bytes are whole and of the type 'messageType' names"),
                cause);
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        new ProtobufWriter().message(Messages.find(context), value).writeTo(out);
    }
}
