package dev.hinny.http;

/** The protocol version that a request came in or a response was read with. */
public enum Version {
    HTTP_1_0("HTTP/1.0"),
    HTTP_1_1("HTTP/1.1"),
    HTTP_2("HTTP/2.0");

    private final String text;

    Version(String text) {
        this.text = text;
    }

    /** {@code HTTP/1.1} and the like. */
    public String text() {
        return text;
    }
}
