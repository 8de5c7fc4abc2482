package dev.hinny.bench.transform;

import java.util.function.Supplier;

/** Who takes part in the small transformation. */
public enum Contender {
    HINNY("Hinny script", HinnyTransform::new),
    STREAMING("Jackson streaming by hand", StreamingTransform::new),
    TREE("Jackson tree by hand", TreeTransform::new),
    JSLT("JSLT", JsltTransform::new);

    private final String title;
    private final Supplier<Transform> maker;

    Contender(String title, Supplier<Transform> maker) {
        this.title = title;
        this.maker = maker;
    }

    public String title() {
        return title;
    }

    public Transform transform() {
        return maker.get();
    }
}
