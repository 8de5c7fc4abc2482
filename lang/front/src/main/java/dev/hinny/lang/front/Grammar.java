package dev.hinny.lang.front;

/** The parsers of one reading, which call one another. */
final class Grammar {
    final Cursor cursor;
    final Implicits implicits = new Implicits();
    final ExpressionParser expressions;
    final CallParser calls;
    final ScopeParser scopes;
    final ListParser lists;
    final LiteralParser literals;
    final SelectorParser selectors;
    final ObjectParser objects;
    final LambdaParser lambdas;
    final TypeParser types;
    final PatternParser patterns;
    final DirectiveParser directives;
    final NameParser names;

    Grammar(Cursor cursor) {
        this.cursor = cursor;
        this.names = new NameParser(this);
        this.expressions = new ExpressionParser(this);
        this.calls = new CallParser(this);
        this.scopes = new ScopeParser(this);
        this.lists = new ListParser(this);
        this.literals = new LiteralParser(this);
        this.selectors = new SelectorParser(this);
        this.objects = new ObjectParser(this);
        this.lambdas = new LambdaParser(this);
        this.types = new TypeParser(this);
        this.patterns = new PatternParser(this);
        this.directives = new DirectiveParser(this);
    }
}
