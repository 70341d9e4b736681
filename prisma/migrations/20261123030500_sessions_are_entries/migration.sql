ALTER TYPE "EntryKind" ADD VALUE 'therapy_session';
ALTER TYPE "EntryKind" ADD VALUE 'session_agenda';
ALTER TYPE "EntryKind" ADD VALUE 'session_takeaway';
ALTER TYPE "EntryKind" ADD VALUE 'session_homework';
