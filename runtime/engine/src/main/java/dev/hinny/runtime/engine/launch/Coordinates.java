package dev.hinny.runtime.engine.launch;

/** Names an artifact. */
record Coordinates(String group, String artifact, String version, String classifier) {
    @Override
    public String toString() {
        return group + ":" + artifact + ":" + version + (classifier.isEmpty() ? "" : ":" + classifier);
    }

    String key() {
        return group + ":" + artifact + ":" + classifier;
    }
}
