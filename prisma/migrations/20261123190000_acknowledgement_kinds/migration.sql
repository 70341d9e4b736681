ALTER TYPE "EntryKind" ADD VALUE 'acknowledgement';
ALTER TYPE "EntryKind" ADD VALUE 'acknowledgement_answer';
ALTER TYPE "WordsField" ADD VALUE 'did';
ALTER TYPE "WordsField" ADD VALUE 'broke';
ALTER TYPE "WordsField" ADD VALUE 'cost_you';
ALTER TYPE "WordsField" ADD VALUE 'regret';
ALTER TYPE "WordsField" ADD VALUE 'missing';
