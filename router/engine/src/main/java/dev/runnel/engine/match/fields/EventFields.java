package dev.runnel.engine.match.fields;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One event as conditions see it. For one thread; data is read when the first condition asks for a
 * value in it.
 */
public final class EventFields {

  /** The place of what no array holds. */
  public static final int OUTSIDE = 0;

  private static final int FIRST_ROOM = 16;

  /** Where nothing was looked up yet: many events are decided by their attributes' texts. */
  private static final @Nullable Field[] NO_FIELDS = new Field[1];

  private static final @Nullable Value[] NO_VALUES = new Value[1];
  private static final int[] OUTSIDE_ONLY = {OUTSIDE};

  private final Event event;
  private final FieldTree watched;

  /** An open-addressed table from fields to the first of their values. */
  private @Nullable Field[] fields = NO_FIELDS;

  private @Nullable Value[] values = NO_VALUES;
  private int size;

  /** For each place, the place around its array, and the array's number. */
  private int[] outers = OUTSIDE_ONLY;

  private int[] arrays = OUTSIDE_ONLY;
  private int places = 1;
  private boolean read;
  private @Nullable Steps steps;
  private @Nullable Steps lookups;
  private @Nullable Steps telling;

  EventFields(Event event, FieldTree watched) {
    this.event = event;
    this.watched = watched;
  }

  public Event event() {
    return event;
  }

  /** The work that the next condition may do. */
  public Steps steps() {
    if (steps == null) {
      steps = new Steps(this);
    }
    return steps.again();
  }

  /** The work that looking up its values may be, for all of them; as much as for all conditions. */
  public Steps lookups() {
    if (lookups == null) {
      lookups = new Steps(this);
    }
    return lookups;
  }

  /** The work that saying why may be, for all conditions. */
  public Steps telling() {
    if (telling == null) {
      telling = Steps.forTelling(this);
    }
    return telling;
  }

  /** A part of that, which is as much as it takes to ask conditions. */
  public Steps partOfTelling() {
    return new Steps(this, telling());
  }

  /** Whether the data has been looked into. */
  public boolean hasReadData() {
    return read;
  }

  /** A value of the field, which leads to the others; null where the event has none. */
  public @Nullable Value first(Field field) {
    if (field.isOfData()) {
      readOnce();
    }
    int at = slot(field);
    if (values[at] == null && !field.isOfData()) {
      String attribute = event.attribute(field.name());
      if (attribute != null) {
        Value value = Value.of(Value.Kind.STRING, attribute);
        put(field, value);
        return value;
      }
    }
    return values[at];
  }

  /**
   * The place around the array that this place is an element of. Two values may be of one element
   * unless, on their ways out, they come to different elements of the same array.
   */
  public int outer(int place) {
    return outers[place];
  }

  /** The number of the array that this place is an element of; that of {@link #OUTSIDE} is 0. */
  public int array(int place) {
    return arrays[place];
  }

  /** Shows the first value of each field of data that somebody looks at and the event has. */
  public void forEachOfData(BiConsumer<Field, Value> action) {
    readOnce();
    for (int i = 0; i < fields.length; i++) {
      Field field = fields[i];
      Value value = values[i];
      if (field != null && value != null && field.isOfData()) {
        action.accept(field, value);
      }
    }
  }

  /** Whether some value stands in an element of an array. */
  public boolean hasPlaces() {
    return places > 1;
  }

  /** Another element of an array. */
  int place(int outer, int array) {
    if (places == outers.length) {
      int room = Math.max(FIRST_ROOM, 2 * places);
      outers = Arrays.copyOf(outers, room);
      arrays = Arrays.copyOf(arrays, room);
    }
    outers[places] = outer;
    arrays[places] = array;
    return places++;
  }

  /** Another value of a field of data. */
  void add(Field field, Value.Kind kind, String text, int place) {
    put(field, new Value(kind, text, place, values[slot(field)]));
  }

  private void readOnce() {
    if (!read) {
      read = true;
      read(event.data());
    }
  }

  private void read(Data data) {
    if (data.isEmpty() || !(data.contentType() == null || data.declaresJson())) {
      return;
    }
    if (!new Flattener(data.bytes(), this).flatten(watched)) {
      fields = NO_FIELDS;
      values = NO_VALUES;
      size = 0;
      places = 1;
    }
  }

  /** There is room for one more: the table is at most half full, and none where it is shared. */
  private void put(Field field, Value value) {
    if (2 * (size + 1) > fields.length) {
      grow();
    }
    int at = slot(field);
    if (fields[at] == null) {
      size++;
    }
    fields[at] = field;
    values[at] = value;
  }

  private void grow() {
    @Nullable Field[] before = fields;
    @Nullable Value[] with = values;
    int room = Math.max(FIRST_ROOM, 2 * before.length);
    fields = new Field[room];
    values = new Value[room];
    for (int i = 0; i < before.length; i++) {
      Field field = before[i];
      if (field != null) {
        int at = slot(field);
        fields[at] = field;
        values[at] = with[i];
      }
    }
  }

  /** Where the field is, or would be. */
  private int slot(Field field) {
    int mask = fields.length - 1;
    int at = field.number() & mask;
    while (fields[at] != null && fields[at] != field) {
      at = (at + 1) & mask;
    }
    return at;
  }
}
