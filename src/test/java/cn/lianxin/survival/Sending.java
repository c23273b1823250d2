package cn.lianxin.survival;

import cn.lianxin.survival.Filing.Mode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** All workers at once, who write and send, and what each of them was told. */
final class Sending {

    private static final int DRAFTS = 8;
    private static final Duration BREATH = Duration.ofMillis(200);

    private final List<Phone> workers;
    private final Random random;
    private int words;

    private Sending(List<Phone> workers, Random random) {
        this.workers = workers;
        this.random = random;
    }

    static Sending through(Door door, Random random) throws IOException {
        var workers = new ArrayList<Phone>();
        for (var worker = 0; worker < People.WORKERS; worker++) {
            workers.add(Phone.signedIn(door, People.worker(worker)));
        }
        return new Sending(workers, random);
    }

    /** One, in peace. */
    Filing one(Mode mode) throws IOException {
        var draft = draft(workers.getFirst(), mode);
        return new Filing(
                draft.by(), draft.word(), draft.token(), mode, draft.by().sends(draft.token(), mode));
    }

    /** Drafts are written in peace; then all send at once, and on, until nobody answers any more. */
    List<Filing> untilNobodyAnswers(Runnable disaster) throws InterruptedException {
        var filings = new ConcurrentLinkedQueue<Filing>();
        var ready = new CountDownLatch(workers.size());
        var go = new CountDownLatch(1);
        var threads = each((worker, modes) -> {
            var drafts = new ArrayList<Filing>();
            try {
                for (var i = 0; i < DRAFTS; i++) {
                    drafts.add(draft(worker, mode(modes)));
                }
            } catch (IOException nobodyAnswers) {
                // A draft that could not be written was not sent.
            } finally {
                ready.countDown();
            }
            go.await();
            for (var draft : drafts) {
                if (!sent(draft, filings)) {
                    return;
                }
            }
            try {
                while (sent(draft(worker, mode(modes)), filings)) {
                    // Until nobody answers.
                }
            } catch (IOException nobodyAnswers) {
                // As above.
            }
        });
        ready.await();
        go.countDown();
        disaster.run();
        for (var thread : threads) {
            thread.join();
        }
        return List.copyOf(filings);
    }

    /** On and on, whatever they are told, until the disaster is through; what is not acknowledged is left for later. */
    List<Filing> throughout(Acknowledged acknowledged, Runnable disaster) throws InterruptedException {
        var filings = new ConcurrentLinkedQueue<Filing>();
        var enough = new AtomicBoolean();
        var threads = each((worker, modes) -> {
            while (!enough.get()) {
                try {
                    if (sent(draft(worker, mode(modes)), filings)) {
                        acknowledged.now();
                        continue;
                    }
                } catch (IOException notNow) {
                    // A draft that could not be written was not sent.
                }
                Waiting.pause(BREATH);
            }
        });
        try {
            disaster.run();
        } finally {
            enough.set(true);
            for (var thread : threads) {
                thread.join();
            }
        }
        return List.copyOf(filings);
    }

    private interface Shift {
        void of(Phone worker, Random modes) throws InterruptedException;
    }

    private List<Thread> each(Shift shift) {
        var threads = new ArrayList<Thread>();
        for (var worker : workers) {
            var modes = new Random(random.nextLong());
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    shift.of(worker, modes);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        return threads;
    }

    private static Mode mode(Random modes) {
        return Mode.values()[modes.nextInt(Mode.values().length)];
    }

    private static boolean sent(Filing draft, ConcurrentLinkedQueue<Filing> filings) {
        Optional<Phone.Slip> slip;
        try {
            slip = draft.by().sends(draft.token(), draft.mode());
        } catch (IOException noAnswer) {
            slip = Optional.empty();
        }
        filings.add(new Filing(draft.by(), draft.word(), draft.token(), draft.mode(), slip));
        return slip.isPresent();
    }

    private Filing draft(Phone worker, Mode mode) throws IOException {
        var word = nextWord();
        return new Filing(worker, word, worker.drafts("澡堂的水是凉的，第" + word + "次说。", mode), mode, Optional.empty());
    }

    private synchronized String nextWord() {
        return "n" + ++words + "z";
    }
}
