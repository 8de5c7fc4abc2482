package dev.hinny.lang.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FormatterTest {
    private static final List<String> TRIVIA = List.of(
            "\n", "   ", "\n\n\n", " // note %d\n", " /* note %d */ ", "\n// note %d\n", "\n/* note %d\n   more */\n");

    @Test
    void putsDirectivesOnLinesOfTheirOwnAndSpacesWhereTheyBelong() {
        assertThat(format("""
            %dw   2.0
            output application/json  indent=false,skipNullOn="everywhere"
            import a as b,c from x::Y
            ns  ns0 http://example.com//x
            fun f<T , U<:Number>(a:String="x",b:Array<Map<T,U>>|Null):Number=a++b
            var x={a:1,"b c" : 2,(d):[1,2],e@(q:1):payload..*name[0]!,ns0#k: -a.&b?,(z : 1)if(true)}
            type T={|name?:String,other*: {}|}
            ---
            payload update{case x at .a.b[0]! if($>1)->not x}
            """)).isEqualTo("""
                %dw 2.0
                output application/json indent=false, skipNullOn="everywhere"
                import a as b, c from x::Y
                ns ns0 http://example.com//x
                fun f<T, U <: Number>(a: String = "x", b: Array<Map<T, U>> | Null): Number = a ++ b
                var x = {a: 1, "b c": 2, (d): [1, 2], e @(q: 1): payload..*name[0]!, ns0#k: -a.&b?, (z: 1) if (true)}
                type T = {| name?: String, other*: {} |}
                ---
                payload update { case x at .a.b[0]! if ($ > 1) -> not x }
                """);
    }

    @Test
    void keepsAShortScriptOnItsLine() {
        assertThat(format("%dw 2.0   output json --- payload . a")).isEqualTo("%dw 2.0 output json --- payload.a\n");
        assertThat(format("fun f(n)=n --- f( 1 )")).isEqualTo("fun f(n) = n --- f(1)\n");
    }

    @Test
    void breaksLongLinesAndLinesUpWhatTheAuthorBroke() {
        assertThat(format("""
            %dw 2.0
            var y = if (payload.first == 1) payload.items map ((item, index) -> {id: item.id, name: upper(item.name)}) else {
             a: 1 }
            ---
            payload filter ($.a > 1)
            map ((i) ->
            {a: i.a, b: i match { case is String -> 1
            else -> 2 }})
            """)).isEqualTo("""
                %dw 2.0
                var y =
                    if (payload.first == 1)
                        payload.items map ((item, index) -> {id: item.id, name: upper(item.name)})
                    else {
                        a: 1
                    }
                ---
                payload filter ($.a > 1)
                    map ((i) -> {
                        a: i.a,
                        b: i match {
                            case is String -> 1
                            else -> 2
                        }
                    })
                """);
    }

    @Test
    void keepsCommentsInPlaceAndOneEmptyLine() {
        assertThat(format("""
            // first


            %dw 2.0
              /**
                 * Doubles.
               */
            fun double(n) = n * 2 // twice



            var a = 1
            ---
            {
              // own line
              a: double(a) // behind
              , /* before */ b: [ 1, 2 ] // last
              // end
            }
            // fin
            """)).isEqualTo("""
                // first

                %dw 2.0
                /**
                 * Doubles.
                 */
                fun double(n) = n * 2 // twice

                var a = 1
                ---
                {
                    // own line
                    a: double(a), // behind
                    /* before */
                    b: [1, 2] // last
                    // end
                }
                // fin
                """);
    }

    @Test
    void leavesAScriptWithErrorsAsItIs() {
        Formatter.Formatted formatted = Formatter.format(new SourceText("a.dwl", "{a:  1"));

        assertThat(formatted.text()).isEqualTo("{a:  1");
        assertThat(formatted.complete()).isFalse();
        assertThat(formatted.problems()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyScriptOfTheCorpusReadsTheSameAndIsStableAndKeepsItsComments() {
        return scripts().map(path -> DynamicTest.dynamicTest(path.toString(), () -> laws(Reading.of(read(path)))));
    }

    @Test
    void lawsHoldWithLineEndsAndCommentsBetweenAnyTokens() {
        Random random = new Random(20261124);
        int executions = Integer.getInteger("hinny.fuzz", 1500);
        List<Reading> scripts = scripts()
                .map(path -> Reading.of(read(path)))
                .filter(r -> !r.parsed().hasErrors() && r.text().length() <= 4000)
                .toList();
        int tried = 0;
        for (int i = 0; i < executions; i++) {
            Reading script = scripts.get(random.nextInt(scripts.size()));
            Reading strewn = Reading.of(strewn(script, random));
            if (!strewn.parsed().hasErrors() && script.tree().equals(strewn.tree())) {
                laws(strewn);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(executions / 4);
    }

    /** A text and what it reads to. */
    private record Reading(String text, Parsed parsed, String tree) {
        static Reading of(String text) {
            Parsed parsed = Parser.parse(new SourceText("script.dwl", text));
            return new Reading(text, parsed, Tree.of(parsed.document()));
        }

        List<String> comments() {
            return parsed.document().comments().stream()
                    .map(c -> c.text().replaceAll("\\s+", " ").strip())
                    .toList();
        }
    }

    private static void laws(Reading script) {
        Formatter.Formatted formatted = Formatter.format(new SourceText("script.dwl", script.text()));
        if (script.parsed().hasErrors()) {
            assertThat(formatted.text()).isEqualTo(script.text());
            return;
        }
        assertThat(formatted.complete()).as(script.text()).isTrue();
        Reading again = Reading.of(formatted.text());
        assertThat(again.tree()).as(formatted.text()).isEqualTo(script.tree());
        assertThat(again.comments()).as(formatted.text()).isEqualTo(script.comments());
        assertThat(format(formatted.text())).isEqualTo(formatted.text());
    }

    /** The text with line ends, blanks and comments between some of its tokens. */
    private static String strewn(Reading script, Random random) {
        String text = script.text();
        Lexemes lexemes = new Lexemes(text, script.parsed().document());
        StringBuilder strewn = new StringBuilder();
        int at = 0;
        for (int i = 1; i < lexemes.size(); i++) {
            int start = lexemes.get(i).start();
            strewn.append(text, at, start);
            at = start;
            if (random.nextInt(8) == 0) {
                strewn.append(TRIVIA.get(random.nextInt(TRIVIA.size())).formatted(i));
            }
        }
        return strewn.append(text.substring(at)).toString();
    }

    private static Stream<Path> scripts() {
        List<Path> found = new ArrayList<>();
        for (String root : List.of("src/test/resources/cases", "src/main/dwl", "../suite/src/test/resources/cases")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(f -> f.toString().endsWith(".dwl")).sorted().forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found.stream();
    }

    private static String format(String text) {
        Formatter.Formatted formatted = Formatter.format(new SourceText("script.dwl", text));
        assertThat(formatted.complete()).as(text + formatted.problems()).isTrue();
        return formatted.text();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
