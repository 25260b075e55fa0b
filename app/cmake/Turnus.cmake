# What every folder's CMakeLists.txt is written with: one static library per folder, one QML module per folder
# of qml/, one ctest program per test. Targets are named after their folder: core/storage is turnus_core_storage.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_UNITY_BUILD_BATCH_SIZE 10)

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql Gui Qml Quick QuickControls2 Svg Positioning Pdf LinguistTools Test QuickTest)
find_package(PkgConfig REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(ical REQUIRED IMPORTED_TARGET libical)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
qt_standard_project_setup()
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(QT_QML_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/qml)

add_library(turnus_options INTERFACE)
target_include_directories(turnus_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(turnus_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
    QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400 TURNUS_VERSION="${PROJECT_VERSION}")
target_compile_options(turnus_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wno-maybe-uninitialized -Wno-missing-field-initializers $<$<BOOL:${TURNUS_WERROR}>:-Werror>)
if(TURNUS_SANITIZE)
    add_compile_options(-fsanitize=${TURNUS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=${TURNUS_SANITIZE})
    if(TURNUS_SANITIZE MATCHES "thread")
        add_compile_options(-Wno-tsan) # Asio's fences, which the thread sanitizer does not follow
    endif()
endif()

# turnus_library(core/storage SOURCES a.cpp a.h [PUBLIC target …] [PRIVATE target …] [RESOURCES file …])
# RESOURCES are embedded under qrc:/<folder>/.
function(turnus_library folder)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE;RESOURCES" ${ARGN})
    string(REPLACE "/" "_" name turnus_${folder})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC turnus_options Qt6::Core ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
    if(ARG_RESOURCES)
        qt_add_resources(${name} ${name}_files PREFIX /${folder} BASE ${CMAKE_CURRENT_SOURCE_DIR} FILES ${ARG_RESOURCES})
    endif()
endfunction()

# turnus_qml_module(visit QML VisitPage.qml … SOURCES visitviewmodel.cpp … [SINGLETONS Theme.qml] [LINK target …] [IMPORTS …])
# makes the module Turnus.Visit, target turnus_qml_visit, from qml/visit.
function(turnus_qml_module folder)
    cmake_parse_arguments(ARG "" "" "QML;SOURCES;LINK;IMPORTS;SINGLETONS;RESOURCES" ${ARGN})
    string(SUBSTRING ${folder} 0 1 first)
    string(TOUPPER ${first} first)
    string(SUBSTRING ${folder} 1 -1 rest)
    set(uri Turnus.${first}${rest})
    set(name turnus_qml_${folder})
    if(ARG_SINGLETONS)
        set_source_files_properties(${ARG_SINGLETONS} PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
    endif()
    set(cachegen NO_CACHEGEN)
    if(TURNUS_QML_CACHEGEN)
        set(cachegen)
    endif()
    qt_add_library(${name} STATIC)
    qt_add_qml_module(${name} URI ${uri} VERSION 1.0 RESOURCE_PREFIX /qt/qml ${cachegen}
        QML_FILES ${ARG_QML} ${ARG_SINGLETONS} SOURCES ${ARG_SOURCES} RESOURCES ${ARG_RESOURCES}
        IMPORTS ${ARG_IMPORTS} OUTPUT_DIRECTORY ${QT_QML_OUTPUT_DIRECTORY}/Turnus/${first}${rest})
    target_link_libraries(${name} PUBLIC turnus_options Qt6::Quick ${ARG_LINK})
    target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
    set_property(GLOBAL APPEND PROPERTY TURNUS_QML_TARGETS ${name} ${name}plugin)
endfunction()

# What the thread sanitizer's build makes: the tests that carry the label "threads".
add_custom_target(turnus_threaded_tests)

# Headers that most tests read, compiled once: with and without Qt Gui, on whose macros Qt Test's headers depend.
set(TURNUS_TEST_HEADERS <QTest> <QDir> <QFile> <QJsonArray> <QJsonDocument> <QJsonObject> <QProcess> <QSignalSpy>
    <QTemporaryDir> <algorithm> <functional> <map> <memory> <optional> <vector>)

# What only tests are made with: they are compiled more often than they run.
function(turnus_test_options target)
    target_link_libraries(${target} PRIVATE turnus_options Qt6::Test Qt6::Network)
    # Qt tells each test its own directories, which no test asks for and which would part the headers.
    target_compile_options(${target} PRIVATE -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
    if(TURNUS_SANITIZE)
        target_compile_options(${target} PRIVATE -O0)
    endif()
endfunction()

# turnus_test_headers(core SOURCES empty.cpp [LINK …]) compiles them.
function(turnus_test_headers kind)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_executable(turnus_test_headers_${kind} ${ARG_SOURCES})
    turnus_test_options(turnus_test_headers_${kind})
    target_link_libraries(turnus_test_headers_${kind} PRIVATE ${ARG_LINK})
    target_precompile_headers(turnus_test_headers_${kind} PRIVATE ${TURNUS_TEST_HEADERS})
    set_target_properties(turnus_test_headers_${kind} PROPERTIES AUTOMOC OFF)
endfunction()

# turnus_test(outbox SOURCES tst_outbox.cpp LINK turnus_core_storage [LABELS threads]) makes the ctest program tst_outbox.
function(turnus_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    add_executable(tst_${name} ${ARG_SOURCES})
    turnus_test_options(tst_${name})
    target_link_libraries(tst_${name} PRIVATE ${ARG_LINK})
    set_target_properties(tst_${name} PROPERTIES UNITY_BUILD OFF)
    add_test(NAME ${name} COMMAND tst_${name})
    if("threads" IN_LIST ARG_LABELS)
        add_dependencies(turnus_threaded_tests tst_${name})
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    # Qt Quick and fontconfig keep what they made until the process is gone; leaks are looked for everywhere else.
    set(leaks 1)
    set(headers core)
    if("${ARG_LINK}" MATCHES "turnus_(tests_)?qml_|turnus_app_|Qt6::Quick")
        set(leaks 0)
        set(headers gui)
    elseif("${ARG_LINK}" MATCHES "Qt6::(Gui|Pdf)")
        set(headers gui)
    endif()
    target_precompile_headers(tst_${name} REUSE_FROM turnus_test_headers_${headers})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "ASAN_OPTIONS=detect_leaks=${leaks};QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;LC_ALL=C.UTF-8;TURNUS_BIN=${CMAKE_BINARY_DIR}/bin;TSAN_OPTIONS=ignore_noninstrumented_modules=1:die_after_fork=0")
endfunction()
