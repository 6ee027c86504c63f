package dev.parlance.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Postings by place. What is read never changes: a [Pen] writes on copies, and shares with them all that it left
/// alone.
final class Boxes {
    static final Boxes EMPTY = new Boxes(new Block[0]);

    private static final int SIZE = 64;

    private final Block[] blocks;

    private Boxes(Block[] blocks) {
        this.blocks = blocks;
    }

    private static final class Leaf {
        final Turn turn;
        final @Nullable Posting[] postings;

        Leaf(Turn turn, @Nullable Posting[] postings) {
            this.turn = turn;
            this.postings = postings;
        }
    }

    private static final class Block {
        final Turn turn;
        final Leaf[] leaves;

        Block(Turn turn, Leaf[] leaves) {
            this.turn = turn;
            this.leaves = leaves;
        }
    }

    Posting get(int at) {
        return get(blocks, at);
    }

    private static Posting get(Block[] blocks, int at) {
        Posting posting = blocks[at / SIZE / SIZE].leaves[at / SIZE % SIZE].postings[at % SIZE];
        if (posting == null) {
            throw new IllegalStateException("an empty box is asked for");
        }
        return posting;
    }

    /// The one who writes.
    static final class Pen {
        private Block[] blocks;
        private Turn turn = new Turn();
        private boolean shared;

        Pen(Boxes from) {
            this.blocks = from.blocks;
            this.shared = true;
        }

        Posting get(int at) {
            return Boxes.get(blocks, at);
        }

        void set(int at, @Nullable Posting posting) {
            Leaf[] leaves = own(at / SIZE / SIZE).leaves;
            int place = at / SIZE % SIZE;
            Leaf leaf = leaves[place];
            if (leaf.turn != turn) {
                leaf = new Leaf(turn, leaf.postings.clone());
                leaves[place] = leaf;
            }
            leaf.postings[at % SIZE] = posting;
        }

        /// What is written so far; what follows does not change it.
        Boxes written() {
            turn = new Turn();
            shared = true;
            return new Boxes(blocks);
        }

        private Block own(int block) {
            if (block >= blocks.length || shared) {
                int had = blocks.length;
                blocks = Arrays.copyOf(blocks, Math.max(had, block + 1));
                for (int i = had; i < blocks.length; i++) {
                    blocks[i] = empty();
                }
                shared = false;
            }
            if (blocks[block].turn != turn) {
                blocks[block] = new Block(turn, blocks[block].leaves.clone());
            }
            return blocks[block];
        }

        private Block empty() {
            Leaf nothing = new Leaf(new Turn(), new Posting[SIZE]);
            Leaf[] leaves = new Leaf[SIZE];
            Arrays.fill(leaves, nothing);
            return new Block(turn, leaves);
        }
    }
}
