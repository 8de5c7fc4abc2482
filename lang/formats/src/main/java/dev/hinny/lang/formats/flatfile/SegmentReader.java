package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.SourceIterator;
import org.jspecify.annotations.Nullable;

/** One reading of a document whose records are all of one kind. */
final class SegmentReader extends SourceIterator {
    private final Records records;
    private final Segment segment;

    SegmentReader(Records records, Segment segment) {
        this.records = records;
        this.segment = segment;
    }

    @Override
    protected @Nullable Value read() {
        return records.atEnd(segment.hasBytes()) ? null : records.next(segment);
    }

    @Override
    public void close() {
        records.close();
    }
}
