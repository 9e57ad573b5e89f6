/* Packs a stream as LZX with a window of 2 MB, as makecab does for a cabinet: `lzx FROM TO`.

   TO holds, for every 32768 bytes of FROM, the length of what they became in two bytes, and that. The format is
   Microsoft's "LZX DELTA / cabinet" description ([MS-PATCH], section 2): each frame ends on a 16-bit word, no match
   crosses a frame, and calls in machine code are turned from relative to absolute first (translate). */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "huffman.h"

#define FRAME 32768u
#define FRAMES 2u /* in a block, which has trees of its own */
#define WINDOW (1u << 21)
#define SLOTS 50
#define LITERALS 256
#define MAIN (LITERALS + 8 * SLOTS)
#define LENGTHS 249
#define SHORTEST 2
#define LONGEST 257
#define NICE 96  /* a match this long is taken without a look at others */
#define DEPTH 48 /* of the tree of earlier places */
#define MATCHES 24
#define HASHES (1u << 18)
#define NONE UINT32_MAX
#define PASSES 2
#define VERBATIM 1 /* a block whose offsets go out as they are */

struct match { uint32_t length, offset; };
struct recent { uint32_t offset[3]; };
struct step { uint32_t cost; uint16_t length; uint32_t offset; struct recent recent; };
struct item { uint16_t length; uint32_t formatted; uint8_t literal; }; /* a match, or a literal where length is 1 */

static uint8_t *data;
static uint32_t size;
static uint32_t base[SLOTS + 1], extra[SLOTS];
static uint32_t head[HASHES], son[2 * WINDOW];
static struct match found[FRAMES * FRAME][MATCHES];
static uint8_t found_count[FRAMES * FRAME];
static struct step steps[FRAME + 1];
static struct item items[FRAMES * FRAME];
static uint32_t item_count, frame_end[FRAMES];
static uint32_t main_cost[MAIN], length_cost[LENGTHS];
static struct code main_code, length_code;
static uint8_t last_main[MAIN], last_length[LENGTHS];

/* Bits go out in 16-bit words, the highest bit first, each word with its low byte first. */
static uint8_t out[2 * FRAME];
static uint32_t out_length, held_bits;
static uint64_t held;

static void put(uint32_t bits, uint32_t value)
{
    held = held << bits | value;
    for (held_bits += bits; held_bits >= 16; held_bits -= 16) {
        const uint16_t word = (uint16_t)(held >> (held_bits - 16));
        out[out_length++] = word & 255;
        out[out_length++] = word >> 8;
    }
}

static void end_frame(FILE *to)
{
    put((16 - held_bits) % 16, 0);
    fputc(out_length & 255, to);
    fputc(out_length >> 8, to);
    fwrite(out, 1, out_length, to);
    out_length = 0;
}

/* Calls of the same place look the same when their target is absolute. */
static void translate(void)
{
    for (uint32_t start = 0; start < size && start < (FRAME << 15); start += FRAME) {
        const uint32_t length = size - start < FRAME ? size - start : FRAME;
        for (uint32_t i = start; length > 10 && i < start + length - 10; i++) {
            int32_t target;
            if (data[i] != 0xE8)
                continue;
            memcpy(&target, data + i + 1, 4);
            if (target >= -(int64_t)i && target < (int64_t)size) {
                target = target < (int64_t)size - i ? target + (int32_t)i : target - (int32_t)size;
                memcpy(data + i + 1, &target, 4);
            }
            i += 4;
        }
    }
}

static uint32_t slot_of(uint32_t formatted)
{
    if (formatted >= base[36])
        return 36 + (formatted - base[36]) / (1u << 17);
    if (formatted < 4)
        return formatted;
    const uint32_t high = 31 - (uint32_t)__builtin_clz(formatted);
    return 2 * high + (formatted >> (high - 1) & 1);
}

/* Put a place into the tree of those that begin alike, and collect ever longer matches ever further back. */
static uint8_t find(uint32_t at, struct match *to)
{
    const uint32_t limit = size - at < LONGEST ? size - at : LONGEST;
    uint32_t *less = &son[2 * (at % WINDOW)], *more = less + 1;
    uint32_t length_less = 0, length_more = 0, best = SHORTEST, depth = DEPTH;
    uint8_t count = 0;
    if (limit < 3)
        return 0;
    const uint32_t key = (data[at] | data[at + 1] << 8 | data[at + 2] << 16) * 0x9E3779B1u >> 14;
    uint32_t here = head[key];
    head[key] = at;
    while (here != NONE && at - here <= WINDOW - 3 && depth--) {
        uint32_t *pair = &son[2 * (here % WINDOW)];
        uint32_t length = length_less < length_more ? length_less : length_more;
        while (length < limit && data[here + length] == data[at + length])
            length++;
        if (length > best && count < MATCHES)
            to[count++] = (struct match){best = length, at - here};
        if (length == limit) {
            *less = pair[0], *more = pair[1];
            return count;
        }
        if (data[here + length] < data[at + length])
            *less = here, less = pair + 1, here = *less, length_less = length;
        else
            *more = here, more = pair, here = *more, length_more = length;
    }
    *less = *more = NONE;
    return count;
}

/* A match by where it lies and how much longer than the shortest it is; from 7 on the rest follows by itself. */
static uint32_t main_symbol(uint32_t slot, uint32_t over)
{
    return LITERALS + 8 * slot + (over < 7 ? over : 7);
}

static uint32_t cost_of(uint32_t slot, uint32_t length)
{
    const uint32_t over = length - SHORTEST;
    return main_cost[main_symbol(slot, over)] + (over < 7 ? 0 : length_cost[over - 7]);
}

static void reach(uint32_t at, uint32_t length, uint32_t cost, uint32_t offset, struct recent recent)
{
    struct step *step = &steps[at + length];
    if (cost < step->cost)
        *step = (struct step){cost, (uint16_t)length, offset, recent};
}

static struct recent after(struct recent recent, int used)
{
    const uint32_t offset = recent.offset[used];
    recent.offset[used] = recent.offset[0];
    recent.offset[0] = offset;
    return recent;
}

/* What can begin at one place of a frame; returns how far a long match allows to go on at once. */
static uint32_t try_all(uint32_t start, uint32_t at, uint32_t length, const struct match *match, uint8_t count)
{
    const struct step now = steps[at];
    const uint8_t *here = data + start + at;
    const uint32_t left = length - at < LONGEST ? length - at : LONGEST;
    uint32_t longest = 1, tried = SHORTEST;
    reach(at, 1, now.cost + main_cost[*here], NONE, now.recent);
    for (int i = 0; i < 3; i++) {
        const uint32_t offset = now.recent.offset[i];
        uint32_t same = 0;
        while (offset <= start + at && same < left && here[same] == here[(int64_t)same - offset])
            same++;
        if (same > longest)
            longest = same;
        for (uint32_t n = same >= NICE ? same : SHORTEST; n <= same; n++)
            reach(at, n, now.cost + cost_of((uint32_t)i, n), (uint32_t)i, after(now.recent, i));
    }
    for (; count; count--, match++) {
        const uint32_t most = match->length < left ? match->length : left;
        const uint32_t formatted = match->offset + 2, slot = slot_of(formatted);
        const struct recent recent = {{match->offset, now.recent.offset[0], now.recent.offset[1]}};
        if (most > longest)
            longest = most;
        for (uint32_t n = most >= NICE ? most : tried + 1; n <= most; n++)
            reach(at, n, now.cost + cost_of(slot, n) + extra[slot], formatted, recent);
        tried = most > tried ? most : tried;
    }
    return longest;
}

/* The cheapest way through a frame, by the costs known so far. */
static struct recent choose(uint32_t start, uint32_t length, uint32_t in_block, struct recent recent)
{
    for (uint32_t i = 1; i <= length; i++)
        steps[i].cost = NONE;
    steps[0] = (struct step){0, 0, 0, recent};
    for (uint32_t at = 0; at < length;) {
        const uint32_t longest = try_all(start, at, length, found[in_block + at], found_count[in_block + at]);
        at += longest >= NICE ? longest : 1;
    }
    uint32_t count = 0;
    for (uint32_t at = length; at; at -= steps[at].length)
        count++;
    uint32_t place = item_count += count;
    for (uint32_t at = length; at; at -= steps[at].length)
        items[--place] = (struct item){steps[at].length, steps[at].offset, data[start + at - 1]};
    return steps[length].recent;
}

static void put_symbol(const struct code *code, uint32_t symbol)
{
    put(code->length[symbol], code->word[symbol]);
}

struct word { uint32_t symbol, bits, value; };

/* Lengths go out as differences from those of the block before, themselves in a small code; 17 to 19 are runs. */
static void put_lengths(const uint8_t *lengths, const uint8_t *last, uint32_t count)
{
    struct word words[2 * MAIN];
    uint32_t weights[20] = {0}, word_count = 0;
    struct code code;
    for (uint32_t i = 0, run; i < count; i += run) {
        const uint32_t difference = (last[i] + 17u - lengths[i]) % 17;
        for (run = 1; i + run < count && lengths[i + run] == lengths[i]; run++)
            ;
        if (!lengths[i] && run >= 20) {
            run = run < 51 ? run : 51;
            words[word_count++] = (struct word){18, 5, run - 20};
        } else if (!lengths[i] && run >= 4) {
            words[word_count++] = (struct word){17, 4, run - 4};
        } else {
            run = run > 5 ? 5 : run < 4 ? 1 : run;
            if (run > 1)
                words[word_count++] = (struct word){19, 1, run - 4};
            words[word_count++] = (struct word){difference, 0, 0};
        }
    }
    for (uint32_t i = 0; i < word_count; i++)
        weights[words[i].symbol]++;
    make_code(weights, 20, 15, &code);
    for (int i = 0; i < 20; i++)
        put(4, code.length[i]);
    for (uint32_t i = 0; i < word_count; i++) {
        put_symbol(&code, words[i].symbol);
        put(words[i].bits, words[i].value);
    }
}

/* The codes for what was chosen last, and from them the costs to choose by next. */
static void learn(void)
{
    uint32_t weight[MAIN] = {0}, length_weight[LENGTHS] = {0};
    for (uint32_t i = 0; i < item_count; i++) {
        const uint32_t over = items[i].length - SHORTEST;
        if (items[i].length == 1) {
            weight[items[i].literal]++;
            continue;
        }
        weight[main_symbol(slot_of(items[i].formatted), over)]++;
        if (over >= 7)
            length_weight[over - 7]++;
    }
    make_code(weight, MAIN, 16, &main_code);
    make_code(length_weight, LENGTHS, 16, &length_code);
    for (int i = 0; i < MAIN; i++)
        main_cost[i] = main_code.length[i] ? main_code.length[i] : 15;
    for (int i = 0; i < LENGTHS; i++)
        length_cost[i] = length_code.length[i] ? length_code.length[i] : 12;
}

static void put_item(const struct item *item)
{
    if (item->length == 1) {
        put_symbol(&main_code, item->literal);
        return;
    }
    const uint32_t over = item->length - SHORTEST, slot = slot_of(item->formatted);
    put_symbol(&main_code, main_symbol(slot, over));
    if (over >= 7)
        put_symbol(&length_code, over - 7);
    put(extra[slot], item->formatted - base[slot]);
}

static void put_block(uint32_t length, FILE *to)
{
    put(3, VERBATIM);
    put(24, length);
    put_lengths(main_code.length, last_main, LITERALS);
    put_lengths(main_code.length + LITERALS, last_main + LITERALS, MAIN - LITERALS);
    put_lengths(length_code.length, last_length, LENGTHS);
    memcpy(last_main, main_code.length, MAIN);
    memcpy(last_length, length_code.length, LENGTHS);
    for (uint32_t i = 0, frame = 0; i < item_count; i++) {
        put_item(&items[i]);
        if (i + 1 == frame_end[frame]) {
            end_frame(to);
            frame++;
        }
    }
}

static struct recent pack(uint32_t start, uint32_t length, struct recent recent, FILE *to)
{
    struct recent end = recent;
    for (uint32_t i = 0; i < length; i++)
        found_count[i] = find(start + i, found[i]);
    for (int pass = 0; pass < PASSES; pass++) {
        item_count = 0;
        end = recent;
        for (uint32_t in = 0; in < length; in += FRAME) {
            end = choose(start + in, length - in < FRAME ? length - in : FRAME, in, end);
            frame_end[in / FRAME] = item_count;
        }
        learn();
    }
    put_block(length, to);
    return end;
}

static int prepare(FILE *from)
{
    fseek(from, 0, SEEK_END);
    size = (uint32_t)ftell(from);
    rewind(from);
    data = malloc(size + 1);
    for (int i = 0; i < SLOTS; i++) {
        extra[i] = i < 4 ? 0 : i < 36 ? (uint32_t)i / 2 - 1 : 17;
        base[i + 1] = base[i] + (1u << extra[i]);
    }
    memset(head, 255, sizeof head);
    for (int i = 0; i < MAIN; i++)
        main_cost[i] = i < LITERALS ? 8 : 10;
    for (int i = 0; i < LENGTHS; i++)
        length_cost[i] = 8;
    return data && fread(data, 1, size, from) == size;
}

int main(int count, char **words)
{
    FILE *from = count == 3 ? fopen(words[1], "rb") : NULL;
    FILE *to = from ? fopen(words[2], "wb") : NULL;
    struct recent recent = {{1, 1, 1}};
    if (!to || !prepare(from))
        return 1;
    translate();
    put(1, 1); /* calls are translated, */
    put(16, size >> 16);
    put(16, size & 65535);
    for (uint32_t start = 0; start < size; start += FRAMES * FRAME)
        recent = pack(start, size - start < FRAMES * FRAME ? size - start : FRAMES * FRAME, recent, to);
    return ferror(to) || fclose(to) ? 1 : 0;
}
