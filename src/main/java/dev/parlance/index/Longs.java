package dev.parlance.index;

import java.util.Arrays;

/// Whole numbers by place, some of them missing. What is read never changes: a [Pen] writes on copies, and shares with
/// them all that it left alone.
final class Longs {
    static final long MISSING = Packed.MISSING;
    static final Longs EMPTY = new Longs(new Block[0]);

    private static final int LEAVES = 64;
    private static final int BLOCK = LEAVES * Packed.SIZE;

    private final Block[] blocks;

    private Longs(Block[] blocks) {
        this.blocks = blocks;
    }

    private static final class Block {
        final Turn turn;
        final Packed[] leaves;

        Block(Turn turn, Packed[] leaves) {
            this.turn = turn;
            this.leaves = leaves;
        }
    }

    long get(int at) {
        return get(blocks, at);
    }

    private static long get(Block[] blocks, int at) {
        int block = at / BLOCK;
        return block < blocks.length ? blocks[block].leaves[at / Packed.SIZE % LEAVES].get(at % Packed.SIZE) : MISSING;
    }

    /// About how much memory it takes.
    long bytes() {
        long bytes = 0;
        for (Block block : blocks) {
            bytes += LEAVES * 4L + 48;
            for (Packed leaf : block.leaves) {
                bytes += leaf == Packed.NOTHING ? 0 : leaf.bytes();
            }
        }
        return bytes;
    }

    /// The one who writes.
    static final class Pen {
        private Block[] blocks;
        private Turn turn = new Turn();
        private boolean shared;

        Pen(Longs from) {
            this.blocks = from.blocks;
            this.shared = true;
        }

        long get(int at) {
            return Longs.get(blocks, at);
        }

        void set(int at, long value) {
            if (get(at) == value) {
                return;
            }
            Packed[] leaves = own(at / BLOCK).leaves;
            int leaf = at / Packed.SIZE % LEAVES;
            leaves[leaf] = leaves[leaf].with(turn, at % Packed.SIZE, value);
        }

        /// What is written so far; what follows does not change it.
        Longs written() {
            turn = new Turn();
            shared = true;
            return new Longs(blocks);
        }

        private Block own(int block) {
            if (block >= blocks.length || shared) {
                int had = blocks.length;
                blocks = Arrays.copyOf(blocks, Math.max(had, block + 1));
                for (int i = had; i < blocks.length; i++) {
                    Packed[] leaves = new Packed[LEAVES];
                    Arrays.fill(leaves, Packed.NOTHING);
                    blocks[i] = new Block(turn, leaves);
                }
                shared = false;
            }
            if (blocks[block].turn != turn) {
                blocks[block] = new Block(turn, blocks[block].leaves.clone());
            }
            return blocks[block];
        }
    }
}
