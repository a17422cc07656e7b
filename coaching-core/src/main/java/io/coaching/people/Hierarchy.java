package io.coaching.people;

import com.google.common.collect.ImmutableMap;
import io.coaching.base.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What lies above and below what. Every parent is a key. */
final class Hierarchy<K extends Subject> {
    private final Map<K, Optional<K>> parents;
    private final Map<K, List<K>> children;

    /** Throws if something lies above itself. */
    Hierarchy(String what, Map<K, Optional<K>> parents) {
        this.parents = ImmutableMap.copyOf(new TreeMap<>(parents));
        var below = new TreeMap<K, List<K>>();
        for (Map.Entry<K, Optional<K>> entry : this.parents.entrySet()) {
            entry.getValue()
                    .ifPresent(parent -> below.computeIfAbsent(parent, p -> new ArrayList<>())
                            .add(entry.getKey()));
        }
        this.children = ImmutableMap.copyOf(below);
        var rooted = new LinkedHashSet<K>();
        for (K key : this.parents.keySet()) {
            rejectCircle(what, key, rooted);
        }
    }

    private void rejectCircle(String what, K key, Set<K> rooted) {
        var path = new LinkedHashSet<K>();
        Optional<K> at = Optional.of(key);
        while (at.isPresent() && !rooted.contains(at.get())) {
            if (!path.add(at.get())) {
                var circle = new ArrayList<>(path).subList(new ArrayList<>(path).indexOf(at.get()), path.size());
                String text = circle.stream().map(Object::toString).reduce("", (a, b) -> a + b + " -> ");
                throw new IllegalArgumentException(what + " must not lie above themselves: " + text + at.get());
            }
            at = parent(at.get());
        }
        rooted.addAll(path);
    }

    boolean contains(K key) {
        return parents.containsKey(key);
    }

    Optional<K> parent(K key) {
        return parents.getOrDefault(key, Optional.empty());
    }

    /** The key, then all below it, each before what is below itself; empty for an unknown key. */
    List<K> under(K key) {
        var under = new ArrayList<K>();
        if (contains(key)) {
            var next = new ArrayDeque<K>();
            next.push(key);
            while (!next.isEmpty()) {
                K at = next.pop();
                under.add(at);
                List<K> below = children.getOrDefault(at, List.of());
                for (int i = below.size() - 1; i >= 0; i--) {
                    next.push(below.get(i));
                }
            }
        }
        return List.copyOf(under);
    }

    /** The key, then all above it up to the top; empty for an unknown key. */
    List<K> path(K key) {
        var path = new ArrayList<K>();
        for (Optional<K> at = contains(key) ? Optional.of(key) : Optional.empty();
                at.isPresent();
                at = parent(at.get())) {
            path.add(at.get());
        }
        return List.copyOf(path);
    }
}
