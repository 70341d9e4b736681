ALTER TYPE "AgreedOn" ADD VALUE 'agreement';
