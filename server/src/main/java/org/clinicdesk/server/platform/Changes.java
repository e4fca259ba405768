package org.clinicdesk.server.platform;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Tells those who watch a topic that something of it changed, after the commit. Thin on purpose: a watcher reads again.
public final class Changes {

    /// Told instead of topics when something may have been missed.
    public static final String EVERYTHING = "*";

    private final Map<String, Set<Subscription>> byTopic = new ConcurrentHashMap<>();
    private final Set<Subscription> all = ConcurrentHashMap.newKeySet();

    /// One watcher; closing it ends the watching.
    public final class Subscription implements AutoCloseable {
        private final Set<String> topics;
        private final Consumer<Set<String>> listener;

        private Subscription(Set<String> topics, Consumer<Set<String>> listener) {
            this.topics = topics;
            this.listener = listener;
        }

        @Override
        public void close() {
            all.remove(this);
            for (var topic : topics) {
                byTopic.computeIfPresent(
                        topic,
                        (_, set) -> {
                            set.remove(this);
                            return set.isEmpty() ? null : set;
                        });
            }
        }
    }

    /// Calls the listener with those of the topics that changed, or [#EVERYTHING]; it must return at once.
    public Subscription watch(Collection<String> topics, Consumer<Set<String>> listener) {
        var subscription = new Subscription(Set.copyOf(topics), listener);
        all.add(subscription);
        for (var topic : subscription.topics) {
            byTopic.compute(
                    topic,
                    (_, set) -> {
                        var watchers =
                                set == null ? ConcurrentHashMap.<Subscription>newKeySet() : set;
                        watchers.add(subscription);
                        return watchers;
                    });
        }
        return subscription;
    }

    /// Tells of topics that changed.
    public void publish(Set<String> topics) {
        if (topics.contains(EVERYTHING)) {
            all.forEach(subscription -> subscription.listener.accept(Set.of(EVERYTHING)));
            return;
        }
        var told = new HashSet<Subscription>();
        for (var topic : topics) {
            told.addAll(byTopic.getOrDefault(topic, Set.of()));
        }
        for (var subscription : told) {
            var its = new HashSet<>(topics);
            its.retainAll(subscription.topics);
            subscription.listener.accept(its);
        }
    }
}
