/* Huffman codes of limited length, as LZX has them: short words first, and among those of one length by symbol. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define SYMBOLS 656 /* of the largest code */

struct code { uint8_t length[SYMBOLS]; uint16_t word[SYMBOLS]; };

static int by_weight(const void *a, const void *b)
{
    const uint64_t one = *(const uint64_t *)a, two = *(const uint64_t *)b;
    return one < two ? -1 : one > two;
}

/* Symbols in use, the rare ones first, weight above and symbol below; at least two, as one alone is no whole tree. */
static uint32_t sort(const uint32_t *weights, uint32_t count, uint32_t raise, uint64_t *sorted)
{
    uint32_t used = 0;
    for (uint32_t i = 0; i < count; i++)
        if (weights[i])
            sorted[used++] = (uint64_t)(weights[i] + raise) << 16 | i;
    for (uint32_t i = 0; used < 2; i++)
        if (!weights[i])
            sorted[used++] = 1u << 16 | i;
    qsort(sorted, used, sizeof *sorted, by_weight);
    return used;
}

/* Huffman's tree: how deep each symbol lies. Returns the deepest. */
static uint8_t plant(const uint64_t *sorted, uint32_t used, uint8_t *depth)
{
    uint64_t sum[2 * SYMBOLS];
    uint32_t parent[2 * SYMBOLS];
    const uint32_t root = 2 * used - 2;
    for (uint32_t i = 0; i < used; i++)
        sum[i] = sorted[i] >> 16;
    for (uint32_t next = used, leaf = 0, inner = used; next <= root; next++) {
        sum[next] = 0;
        for (int i = 0; i < 2; i++) {
            const uint32_t least = leaf < used && (inner == next || sum[leaf] <= sum[inner]) ? leaf++ : inner++;
            sum[next] += sum[least];
            parent[least] = next;
        }
    }
    depth[root] = 0;
    for (uint32_t i = root; i-- > 0;)
        depth[i] = depth[parent[i]] + 1;
    return depth[0]; /* the rarest lies deepest */
}

/* Where a symbol would lie too deep, rare ones are taken for less rare until none does. */
static void make_lengths(const uint32_t *weights, uint32_t count, uint8_t limit, uint8_t *lengths)
{
    uint64_t sorted[SYMBOLS];
    uint8_t depth[2 * SYMBOLS];
    uint32_t raise = 0, used = sort(weights, count, raise, sorted);
    while (plant(sorted, used, depth) > limit) {
        raise = 2 * raise + 1;
        used = sort(weights, count, raise, sorted);
    }
    memset(lengths, 0, count);
    for (uint32_t i = 0; i < used; i++)
        lengths[sorted[i] & 65535] = depth[i];
}

static void make_code(const uint32_t *weights, uint32_t count, uint8_t limit, struct code *code)
{
    uint16_t word = 0;
    make_lengths(weights, count, limit, code->length);
    for (uint8_t bits = 1; bits <= limit; bits++, word <<= 1)
        for (uint32_t i = 0; i < count; i++)
            if (code->length[i] == bits)
                code->word[i] = word++;
}
