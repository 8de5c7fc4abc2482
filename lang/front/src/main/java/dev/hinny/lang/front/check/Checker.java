package dev.hinny.lang.front.check;

import dev.hinny.base.Problems;
import dev.hinny.base.SourceText;
import dev.hinny.lang.front.Parsed;

/**
 * Looks at a script without running it. It reports an error only where the script cannot run, or fails for certain when it
 * comes to the place: values of which nothing is known, and everything that coercion may still save, pass. It never throws
 * on any document. Stateless and safe to use from several threads.
 *
 * <p>Codes of errors: {@code UNKNOWN-NAME}, {@code UNKNOWN-MODULE}, {@code UNKNOWN-TYPE}, {@code UNKNOWN-NAMESPACE},
 * {@code WRONG-ARGUMENTS}, {@code WRONG-OPERANDS}, {@code WRONG-SELECTOR}, {@code CANNOT-COERCE}, {@code NOT-A-FUNCTION},
 * {@code BAD-REGEX}, {@code BAD-PATH}, {@code BROKEN-MODULE}. Of warnings: {@code UNREACHABLE-CASE}, {@code DUPLICATE-NAME}, {@code UNKNOWN-FIELD}, {@code WRONG-RESULT},
 * and {@code WRONG-ARGUMENTS} for the items of arrays. Of infos: {@code UNUSED-NAME}, {@code UNUSED-IMPORT}.
 */
public final class Checker {
    private Checker() {}

    /**
     * Checks a script or a module.
     *
     * @param source the text that the places of the document lead to
     */
    public static Analysis check(Parsed parsed, SourceText source, Environment environment) {
        Session session = new Session(environment);
        Unit unit = session.check(parsed.document(), source);
        if (!parsed.hasErrors() && !session.problems.hasErrors()) {
            new Unused(session).report(unit);
        }
        Problems all = new Problems();
        all.addAll(parsed.problems());
        all.addAll(session.problems.sorted());
        return new Analysis(session, unit, source, all.sorted());
    }
}
