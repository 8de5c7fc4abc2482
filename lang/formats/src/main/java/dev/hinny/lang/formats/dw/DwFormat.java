package dev.hinny.lang.formats.dw;

import dev.hinny.base.MediaType;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Privileges;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.front.Parsed;
import dev.hinny.lang.front.Parser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The language itself as a format: reading evaluates the document as a script without inputs and
 * privileges. */
public final class DwFormat implements Format {
    @Override
    public String id() {
        return "dw";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(new MediaType("application", "dw", Map.of()), new MediaType("text", "x-dw", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("dwl", "dw");
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                new FormatOption("indent", Use.WRITE, StringValue.of("  "), "Text of one level of indentation."),
                new FormatOption("ignoreSchema", Use.WRITE, BooleanValue.FALSE, "Leave out the metadata of values."),
                new FormatOption("maxCollectionSize", Use.WRITE, NumberValue.of(-1), "Write at most so many items."),
                new FormatOption("onlyData", Use.BOTH, BooleanValue.FALSE, "Only literals: no calls, no operators."),
                new FormatOption("externalResources", Use.READ, BooleanValue.FALSE, "Whether it may read URLs."),
                new FormatOption("javaModule", Use.READ, BooleanValue.FALSE, "Whether it may load Java classes."),
                new FormatOption(
                        "privileges",
                        Use.READ,
                        StringValue.EMPTY,
                        "What else it may reach, with commas: Environment, Properties."),
                new FormatOption("encoding", Use.WRITE, StringValue.of("UTF-8"), "Character encoding."));
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        Parsed parsed = Parser.parse(new SourceText(context.name(), new String(source.bytes(), context.charset())));
        if (context.flag("onlyData", false) && !parsed.hasErrors()) {
            OnlyData.check(parsed.document());
        }
        CompileOptions options =
                CompileOptions.NONE.withResources(context.resources()).restricted(Privileges.only(privileges(context)));
        return Script.compile(parsed, options).evaluate(Bindings.NONE);
    }

    /** A document is somebody's text: it reaches nothing unless the reader's properties allow it. */
    private static Set<String> privileges(FormatContext context) {
        Set<String> granted = new HashSet<>();
        for (String name : context.text("privileges", "").split(",")) {
            granted.add(name.strip().equals("Resources") ? Privileges.RESOURCE : name.strip());
        }
        if (context.flag("externalResources", false)) {
            granted.add(Privileges.RESOURCE);
        }
        if (context.flag("javaModule", false)) {
            granted.add(Privileges.JAVA);
        }
        return granted;
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, context.charset()));
        new DwWriter(writer, context).write(value);
        writer.flush();
    }
}
