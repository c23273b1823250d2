package cn.lianxin.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The life of one concern, or of several that belong together.
 *
 * @param number by which it is found again when loading was interrupted
 * @param scenes in the order of time
 */
record Story(int number, Plot plot, List<Scene> scenes) {

    Story {
        scenes = scenes.stream().sorted(Comparator.comparing(Scene::at)).toList();
    }

    Instant begins() {
        return scenes.getFirst().at();
    }

    /** Only what has happened by then; empty where it has not begun. */
    Story until(Instant horizon) {
        return new Story(
                number,
                plot,
                scenes.stream().filter(scene -> scene.at().isBefore(horizon)).toList());
    }

    /** Up to the first deed of this kind; everything where there is none. */
    Story upTo(Class<? extends Deed> last) {
        var end = 0;
        while (end < scenes.size() && !last.isInstance(scenes.get(end).deed())) {
            end++;
        }
        return new Story(number, plot, scenes.subList(0, Math.min(scenes.size(), end + 1)));
    }

    /** Everything before the first deed of this kind. */
    Story before(Class<? extends Deed> end) {
        var upTo = upTo(end);
        return upTo.has(end)
                ? new Story(number, plot, upTo.scenes().subList(0, upTo.scenes().size() - 1))
                : upTo;
    }

    boolean has(Class<? extends Deed> deed) {
        return scenes.stream().anyMatch(scene -> deed.isInstance(scene.deed()));
    }

    <D extends Deed> boolean has(Class<D> deed, Predicate<D> such) {
        return scenes.stream()
                .map(Scene::deed)
                .filter(deed::isInstance)
                .map(deed::cast)
                .anyMatch(such);
    }

    Story numbered(int place) {
        return new Story(place, plot, scenes);
    }

    /** How many concerns it brings into the world. */
    long concerns() {
        return scenes.stream()
                .filter(scene -> scene.deed() instanceof Deed.Raise || scene.deed() instanceof Deed.Split)
                .count();
    }
}
