#include "sync/server/exchange/csvreader.h"
#include "tests/fuzz/fuzz.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace turnus::server;

/// A CSV file: every row has as many fields as the header, and every error says where.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const int file = memfd_create("fuzz", 0);
    FUZZ_REQUIRE(ftruncate(file, static_cast<off_t>(size)) == 0);
    FUZZ_REQUIRE(pwrite(file, data, size, 0) == static_cast<ssize_t>(size));
    auto reader = CsvReader::open(QStringLiteral("/proc/self/fd/%1").arg(file));
    if (!reader) {
        FUZZ_REQUIRE(reader.error().detail.contains(u':'));
        return 0;
    }
    for (;;) {
        const auto any = reader->next();
        if (!any)
            FUZZ_REQUIRE(any.error().detail.contains(u"line"));
        if (!any || !*any)
            return 0;
        FUZZ_REQUIRE(reader->line() >= 1);
        for (int i = 0; i < reader->header().size(); ++i)
            FUZZ_REQUIRE(reader->field(i).size() <= static_cast<qsizetype>(size));
    }
}
