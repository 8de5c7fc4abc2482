package dev.hinny.lang.front;

/** Prints selectors. */
final class SelectorPrinter {
    private SelectorPrinter() {}

    static String selector(Selector selector) {
        return switch (selector) {
            case Selector.Named named ->
                (named.deep() ? ".." : ".") + named.kind().symbol() + ObjectPrinter.key(named.name());
            case Selector.Dynamic dynamic ->
                "[" + dynamic.kind().symbol()
                        + (dynamic.prefix() == null ? "" : dynamic.prefix() + "#")
                        + ExpressionPrinter.expression(dynamic.key())
                        + "]";
            case Selector.Filter filter ->
                (filter.all() ? "[*?(" : "[?(") + ExpressionPrinter.expression(filter.predicate()) + ")]";
            case Selector.Descendants _ -> "..";
            case Selector.Attributes _ -> ".@";
            case Selector.NamespaceOf _ -> ".#";
            case Selector.Metadata _ -> ".^";
        };
    }
}
