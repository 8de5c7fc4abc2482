package dev.hinny.lang.protobuf;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Reads and writes with the schemas of a test. */
final class Protobuf {
    static final ProtobufFormat FORMAT = new ProtobufFormat();

    static final String EVERYTHING = """
        syntax = "proto3";
        package all;
        import "google/protobuf/duration.proto";
        import "google/protobuf/timestamp.proto";
        import "google/protobuf/struct.proto";
        import "google/protobuf/wrappers.proto";
        import "google/protobuf/empty.proto";
        // every kind of field
        message Everything {
          double d = 1; float f = 2; int32 i32 = 3; int64 i64 = 4; uint32 u32 = 5; uint64 u64 = 6;
          sint32 s32 = 7; sint64 s64 = 8; fixed32 x32 = 9; fixed64 x64 = 10; sfixed32 sx32 = 11; sfixed64 sx64 = 12;
          bool flag = 13; string text = 14; bytes data = 15;
          enum Color { option allow_alias = true; RED = 0; GREEN = 1; LIME = 1; BLUE = 0x10; }
          Color color = 16;
          optional string maybe = 17;
          repeated int32 numbers = 18; repeated string words = 19 [deprecated = true];
          map<string, int32> counts = 20; map<int64, Inner> inners = 21; map<bool, Color> colors = 22;
          message Inner { string name = 1; Inner next = 2; reserved 3, 5 to 7; }
          Inner inner = 23;
          oneof choice { string left = 24; Inner right = 25; .all.Everything.Color third = 26; }
          google.protobuf.Duration wait = 30; google.protobuf.Timestamp at = 31; google.protobuf.Struct any = 32;
          google.protobuf.Value value = 33; google.protobuf.ListValue list = 34; google.protobuf.Int64Value boxed = 35;
          google.protobuf.Empty nothing = 36; google.protobuf.StringValue boxedText = 37;
        }
        service S { rpc Do (Everything) returns (stream Everything) { option (x.y) = { a: 1 }; } }
        """;

    static final String OLD = """
        syntax = "proto2";
        package old;
        message Thing {
          required string id = 1;
          optional int32 count = 2 [default = 5];
          repeated int32 packed = 3 [packed = true];
          optional Level level = 4 [default = HIGH];
          repeated group Part = 5 { optional string name = 1; }
          enum Level { LOW = 1; HIGH = 2; }
          extensions 100 to max;
        }
        extend Thing { optional string more = 100; }
        """;

    private Protobuf() {}

    static FormatContext context(String proto, String type) {
        return context(Map.of("classpath://test.proto", proto), "classpath://test.proto", type);
    }

    static FormatContext context(Map<String, String> files, String url, String type) {
        Map<String, Value> properties = new HashMap<>();
        properties.put("descriptorUrl", StringValue.of(url));
        properties.put("messageType", StringValue.of(type));
        return new FormatContext(
                MediaType.parse("application/x-protobuf").orElseThrow(),
                properties,
                "in.pb",
                u -> files.containsKey(u) ? ByteSource.of(files.get(u)) : null);
    }

    static Value read(byte[] bytes, FormatContext context) {
        return FORMAT.read(ByteSource.of(bytes), context);
    }

    static byte[] write(Value value, FormatContext context) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            FORMAT.write(value, out, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String again(Value value, FormatContext context) {
        return Renderings.compact(read(write(value, context), context));
    }
}
