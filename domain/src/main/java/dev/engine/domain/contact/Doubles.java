package dev.engine.domain.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Contacts that seem to be one person: each shares an address or a number with another of them.
 *
 * @param contacts two or more, in name order
 */
public record Doubles(List<Contact> contacts) {

  /** Copies {@code contacts}. */
  public Doubles {
    contacts = List.copyOf(contacts);
  }

  /**
   * All doubles among {@code contacts}; no contact is in two groups. Groups, and contacts inside
   * one, keep the order given.
   */
  public static List<Doubles> among(SequencedMap<Contact, MatchKeys> contacts) {
    List<Contact> inOrder = List.copyOf(contacts.sequencedKeySet());
    Map<Integer, List<Contact>> groups = new TreeMap<>();
    int[] leaders = leaders(List.copyOf(contacts.sequencedValues()));
    for (int i = 0; i < leaders.length; i++) {
      groups.computeIfAbsent(leaders[i], leader -> new ArrayList<>()).add(inOrder.get(i));
    }
    return groups.values().stream().filter(group -> group.size() > 1).map(Doubles::new).toList();
  }

  /** For each the first of its group: a union-find, as two groups may meet in a third contact. */
  private static int[] leaders(List<MatchKeys> keys) {
    int[] leaders = new int[keys.size()];
    Map<String, Integer> firstWith = new HashMap<>();
    for (int i = 0; i < leaders.length; i++) {
      leaders[i] = i;
      for (String key : keys.get(i).all()) {
        Integer first = firstWith.putIfAbsent(key, i);
        unite(leaders, i, first == null ? i : first);
      }
    }
    for (int i = 0; i < leaders.length; i++) {
      leaders[i] = leader(leaders, i);
    }
    return leaders;
  }

  private static void unite(int[] leaders, int one, int other) {
    int first = leader(leaders, one);
    int second = leader(leaders, other);
    leaders[Math.max(first, second)] = Math.min(first, second);
  }

  private static int leader(int[] leaders, int member) {
    int leader = member;
    while (leaders[leader] != leader) {
      leader = leaders[leader];
    }
    return leader;
  }
}
