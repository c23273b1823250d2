package cn.lianxin.platform.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/** The texts of one node. One writes, many read; readers see what was written after {@link #refresh}. */
public final class TextIndex implements AutoCloseable {

    /** From so many texts on two processors are quicker than one. */
    private static final int WORTH_TWO = 100;

    private static final double BUFFER_MEGABYTES = 24;
    private static final double LARGEST_SEGMENT_MEGABYTES = 2_000;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();

    private TextIndex(Directory directory) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(directory, configuration());
        this.searchers = new SearcherManager(writer, new Ranking());
    }

    /**
     * @throws OpenElsewhere where somebody else has it open
     * @throws IOException where it is broken
     */
    public static TextIndex at(Path path) throws IOException {
        try {
            return new TextIndex(FSDirectory.open(path));
        } catch (LockObtainFailedException held) {
            throw new OpenElsewhere(path, held);
        }
    }

    /** For as long as the process lasts. */
    public static TextIndex inMemory() throws IOException {
        return new TextIndex(new ByteBuffersDirectory());
    }

    private IndexWriterConfig configuration() {
        var merging = new TieredMergePolicy();
        merging.setMaxMergedSegmentMB(LARGEST_SEGMENT_MEGABYTES);
        merging.setForceMergeDeletesPctAllowed(0);
        merges.setMaxMergesAndThreads(4, 1);
        var configuration = new IndexWriterConfig();
        configuration.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        configuration.setMergePolicy(merging);
        configuration.setMergeScheduler(merges);
        return configuration;
    }

    /** Each in place of what lay there of it; those without a word are taken out. */
    public void put(Collection<IndexedText> texts) throws IOException {
        try {
            (texts.size() < WORTH_TWO ? texts.stream() : texts.parallelStream()).forEach(this::put);
        } catch (UncheckedIOException problem) {
            throw problem.getCause();
        }
    }

    private void put(IndexedText text) {
        var whole = Fields.whole(text.kind(), text.id());
        try {
            if (text.isEmpty()) {
                writer.deleteDocuments(whole);
            } else {
                writer.updateDocument(whole, Fields.of(text));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Lets readers see what was put. */
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Keeps it on the disk with a note of how far it has come. */
    public void keep(Map<String, String> note) throws IOException {
        writer.setLiveCommitData(note.entrySet());
        writer.commit();
    }

    /** The note that was kept with it last. */
    public Map<String, String> note() {
        var note = writer.getLiveCommitData();
        var found = new HashMap<String, String>();
        if (note != null) {
            note.forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    /** Writes anew every part in which something lies that was taken out: afterwards no file holds it any more. */
    public void forget() throws IOException {
        // What is only noted as taken out is not seen by the merging, nor what another merging has in hands.
        writer.commit();
        merges.sync();
        writer.forceMergeDeletes();
        writer.commit();
        searchers.maybeRefreshBlocking();
        writer.deleteUnusedFiles();
    }

    /** Throws everything away. */
    public void clear() throws IOException {
        writer.deleteAll();
        writer.setLiveCommitData(Map.<String, String>of().entrySet());
        writer.commit();
        refresh();
    }

    public int size() {
        return writer.getDocStats().numDocs;
    }

    /** What fits, closest first, after this place. */
    public List<Hit> find(Asked asked, Optional<Place> after, int most) throws IOException {
        var searcher = Objects.requireNonNull(searchers.acquire());
        try {
            var hits = new ArrayList<Hit>();
            for (var tier : Tier.of(asked.words())) {
                var isBehind =
                        after.filter(place -> place.tier().compareTo(tier) > 0).isPresent();
                if (!isBehind && hits.size() < most) {
                    var start = after.filter(place -> place.tier() == tier);
                    hits.addAll(new Search(asked, tier, start).run(searcher, most - hits.size()));
                }
            }
            return hits;
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}
