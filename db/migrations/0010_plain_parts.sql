-- Parts of a file wait some seconds to be read, piece by piece. Compressed, each piece would cost the
-- whole part once more, and the compression a third of what writing it costs.
ALTER TABLE "upload_parts" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
