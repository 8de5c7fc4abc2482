package dev.hinny.lang.front.check;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import dev.hinny.lang.front.Document;
import dev.hinny.lang.front.Expression;

/** One check: what the script may use, what was found, and the parts of the checker, which know each other through it. */
final class Session {
    final Environment environment;
    final Problems problems = new Problems();
    final Recorder recorder = new Recorder();
    final Modules modules = new Modules(this);
    final Names names = new Names(this);
    final TypeReader types = new TypeReader(this);
    final Functions functions = new Functions(this);
    final Folding folding = new Folding(this);
    final Mismatches mismatches = new Mismatches(this);
    final Calls calls = new Calls(this);
    final Literals literals = new Literals(this);
    final Selectors selectors = new Selectors(this);
    final Operators operators = new Operators(this);
    final Conditions conditions = new Conditions(this);
    final Matches matches = new Matches(this);
    final Updates updates = new Updates(this);
    final Expressions expressions = new Expressions(this);

    Session(Environment environment) {
        this.environment = environment;
    }

    /** Walks the whole script. */
    Unit check(Document document, SourceText source) {
        Unit unit = new Unit("", document, source, this, null);
        Scope scope = unit.scope();
        recorder.scope(document.span(), scope);
        unit.declare();
        functions.header(document.header(), scope);
        Expression body = document.body();
        if (body != null) {
            expressions.infer(body, scope);
        }
        functions.complete();
        return unit;
    }

    /** Notes what makes the script fail, for certain. */
    void error(Scope scope, String code, SourceSpan place, String message, String hint) {
        if (recorder.records(scope)) {
            problems.error(code, place, message, hint);
        }
    }

    /** Notes what makes the script fail when it comes to this place; only a warning where the script counts on that. */
    void failure(Scope scope, String code, SourceSpan place, String message, String hint) {
        if (scope.isTried()) {
            warning(scope, code, place, message, hint);
        } else {
            error(scope, code, place, message, hint);
        }
    }

    void warning(Scope scope, String code, SourceSpan place, String message, String hint) {
        if (recorder.records(scope)) {
            problems.warning(code, place, message, hint);
        }
    }

    void info(Scope scope, String code, SourceSpan place, String message, String hint) {
        if (recorder.records(scope)) {
            problems.add(Problem.warning(code, place, message, hint).as(Severity.INFO));
        }
    }
}
