<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>AdminPage</name>
    <message>
        <source>lọc danh sách</source>
        <translation>filter the list</translation>
    </message>
    <message>
        <source>thêm</source>
        <translation>add</translation>
    </message>
    <message>
        <source>Quản trị</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Người dùng</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>Sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Kiểm tra kho</source>
        <translation>Store check</translation>
    </message>
    <message>
        <source>Nhật ký</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Thiết lập quét</source>
        <translation>Scan settings</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Lưu phiếu PDF</source>
        <translation>Save the profile as PDF</translation>
    </message>
    <message>
        <source>Chọn tệp ảnh hoặc PDF</source>
        <translation>Choose pictures or PDF files</translation>
    </message>
    <message>
        <source>Ảnh và PDF ({endings})</source>
        <translation>Pictures and PDF ({endings})</translation>
    </message>
    <message>
        <source>Chọn thư mục</source>
        <translation>Choose a folder</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Thư mục hoặc USB để sao lưu</source>
        <translation>Folder or stick for the backup</translation>
    </message>
    <message>
        <source>ổ đĩa thứ hai hoặc USB, không phải ổ chứa kho</source>
        <translation>a second disk or a stick, not the disk of the store</translation>
    </message>
    <message>
        <source>Thư mục sao lưu</source>
        <translation>Backup folder</translation>
    </message>
    <message>
        <source>Lưu vào thư mục</source>
        <translation>Save into the folder</translation>
    </message>
    <message>
        <source>Sao lưu ngay ({key})</source>
        <translation>Back up now ({key})</translation>
    </message>
    <message>
        <source>Sao lưu vào {folder}</source>
        <translation>Backup into {folder}</translation>
    </message>
    <message>
        <source>Chưa sao lưu lần nào. Xin sao lưu ít nhất mỗi tuần.</source>
        <translation>No backup was made yet. Please make one at least every week.</translation>
    </message>
    <message>
        <source>Bản sao lưu tốt gần nhất: hôm nay, {day}.</source>
        <translation>Last good backup: today, {day}.</translation>
    </message>
    <message numerus="yes">
        <source>Bản sao lưu tốt gần nhất: {day}, cách đây %n ngày.</source>
        <translation>
            <numerusform>Last good backup: {day}, %n day ago.</numerusform>
            <numerusform>Last good backup: {day}, %n days ago.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Khôi phục</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Bản sao lưu được mã hóa như kho. Khi máy hỏng, xin cài chương trình trên máy mới, mở lần đầu và chọn “Khôi phục từ bản sao lưu…” ở màn hình tạo kho. Chương trình giữ 7 bản theo ngày và 5 bản theo tuần, bản cũ hơn được dọn đi.</source>
        <translation>A backup is as sealed as the store. When the PC breaks, install the program on another one, open it for the first time and choose “Restore from a backup…” on the page that makes a store. The program keeps 7 daily and 5 weekly backups; older ones go.</translation>
    </message>
    <message>
        <source>Sao lưu ngay</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Xin chọn thư mục để sao lưu, ví dụ một USB.</source>
        <translation>Please choose a folder for the backup, a stick for example.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Bảng lệnh</source>
        <extracomment>What a search gives back to: the text that it was asked for, and what it found.</extracomment>
        <translation>Command palette</translation>
    </message>
    <message>
        <source>Gõ tên việc, tên hồ sơ hoặc tài liệu, không cần dấu</source>
        <translation>Type what to do, or the name of a dossier or document; marks may be left out</translation>
    </message>
    <message>
        <source>Các lệnh</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Không tìm thấy. Xin thử gõ từ khác.</source>
        <translation>Nothing found. Please try another word.</translation>
    </message>
    <message>
        <source>↑ ↓: chọn   ·   Enter: thực hiện   ·   Esc: đóng</source>
        <translation>↑ ↓: choose   ·   Enter: do it   ·   Esc: close</translation>
    </message>
</context>
<context>
    <name>CopyRegisterSection</name>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Độ mật</source>
        <translation>Marking</translation>
    </message>
    <message>
        <source>Số bản</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Người sao</source>
        <translation>Copied by</translation>
    </message>
    <message>
        <source>Sổ sao chụp tài liệu mật</source>
        <translation>Register of copies of secret papers</translation>
    </message>
    <message>
        <source>Sổ chưa có dòng nào. Mỗi trang có dấu “Mật” được số hóa sẽ vào sổ này.</source>
        <translation>The register has no line yet. Every page marked “Mật” that is digitised is entered here.</translation>
    </message>
    <message>
        <source>In sổ ra PDF… ({key})</source>
        <translation>Print the register as PDF… ({key})</translation>
    </message>
    <message>
        <source>Lọc sổ sao chụp</source>
        <translation>Filter the register of copies</translation>
    </message>
    <message>
        <source>In sổ sao chụp ra PDF</source>
        <translation>Print the register of copies as PDF</translation>
    </message>
    <message>
        <source>So sao chup tai lieu mat.pdf</source>
        <translation>Register of copies.pdf</translation>
    </message>
    <message>
        <source>Đã in sổ ra tệp {file}.</source>
        <translation>The register was printed to the file {file}.</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Ảnh phóng to của trường đang kiểm tra</source>
        <extracomment>Screen pixels for a pixel of a 300 dpi page at which print reads well.</extracomment>
        <translation>Enlarged picture of the field being checked</translation>
    </message>
</context>
<context>
    <name>DaySheetSection</name>
    <message>
        <source>Mã chốt nhật ký cuối ngày</source>
        <translation>Anchor of the log at the end of the day</translation>
    </message>
    <message>
        <source>Cuối ngày, xin lấy mã chốt, ghi cùng ngày giờ vào phiếu cuối ngày và cất ngoài máy tính. Sau này, “Kiểm tra kho” đối chiếu mã đó và thấy ngay nếu nhật ký bị cắt, bị sửa hay bị thay bằng bản cũ.</source>
        <translation>At the end of the day take the anchor, write it on the day sheet with date and time, and keep the sheet away from the PC. Later “Store check” compares it and shows at once whether the log was cut, changed or put back.</translation>
    </message>
    <message>
        <source>Lấy mã chốt ({key})</source>
        <translation>Take the anchor ({key})</translation>
    </message>
    <message>
        <source>Mã chốt</source>
        <translation>Anchor</translation>
    </message>
    <message>
        <source>Chép mã để dán</source>
        <translation>Copy it for pasting</translation>
    </message>
    <message>
        <source>Lấy mã chốt nhật ký</source>
        <translation>Take the anchor of the log</translation>
    </message>
    <message>
        <source>Lúc {at}, nhật ký có {count} dòng:</source>
        <translation>At {at} the log has {count} entries:</translation>
    </message>
    <message>
        <source>Đã chép mã chốt. Xin dán vào phiếu cuối ngày rồi in ra.</source>
        <translation>The anchor was copied. Please paste it into the day sheet and print that.</translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>Lọc theo tên ({key})</source>
        <translation>Filter by name ({key})</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Có trục trặc</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Giao bản sao lưu</source>
        <translation>Hand on a backup</translation>
    </message>
    <message>
        <source>Trao đổi</source>
        <translation>Exchange</translation>
    </message>
</context>
<context>
    <name>FieldCard</name>
    <message>
        <source>Nhận</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Để trống</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>Trên giấy để trống</source>
        <translation>Blank on the paper</translation>
    </message>
    <message>
        <source>Không đọc được</source>
        <translation>Illegible</translation>
    </message>
    <message>
        <source>Mở lại</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Mở lại trường đã kiểm tra để sửa</source>
        <translation>Reopen a checked field to change it</translation>
    </message>
    <message>
        <source>Nhận giá trị trong ô và sang chỗ kế tiếp cần kiểm tra</source>
        <translation>Accept the value and go to the next place to check</translation>
    </message>
    <message>
        <source>Máy không tìm thấy trường này trên ảnh. Xin xem trang bên trái.</source>
        <translation>The machine did not find this field in the picture. Please look at the page on the left.</translation>
    </message>
    <message>
        <source>Đang mở ảnh trang…</source>
        <translation>Opening the picture of the page…</translation>
    </message>
    <message>
        <source>Ô giá trị đang trống. Xin nhấn {blank} nếu trên giấy để trống, {illegible} nếu không đọc được.</source>
        <translation>The value is empty. Please press {blank} if the paper is blank there, {illegible} if it cannot be read.</translation>
    </message>
    <message>
        <source>Chỗ màu đỏ xin gõ lại theo giấy. Nếu trên giấy ghi đúng như vậy, xin nhấn {as_written}.</source>
        <translation>Please type what is red again from the paper. If the paper says exactly this, press {as_written}.</translation>
    </message>
    <message>
        <source>Nội dung vừa gõ không đúng dạng của trường này (ngày, số hoặc mã). Nếu trên giấy ghi đúng như vậy, xin nhấn {as_written}.</source>
        <translation>What was typed does not fit this field (date, number or code). If the paper says exactly this, press {as_written}.</translation>
    </message>
    <message>
        <source>Tài liệu đã duyệt nên chỉ xem được.</source>
        <translation>The document is approved and can only be looked at.</translation>
    </message>
    <message>
        <source>Nếu cần sửa trường này, xin nhấn {key} để mở lại.</source>
        <translation>To change this field, press {key} to reopen it.</translation>
    </message>
    <message>
        <source>{table} · dòng {row}</source>
        <translation>{table} · row {row}</translation>
    </message>
    <message>
        <source>(không đọc được)</source>
        <translation>(illegible)</translation>
    </message>
    <message>
        <source>(trên giấy để trống)</source>
        <translation>(blank on the paper)</translation>
    </message>
</context>
<context>
    <name>FieldList</name>
    <message>
        <source>Các trường của tài liệu</source>
        <translation>Fields of the document</translation>
    </message>
    <message>
        <source>Bỏ dòng vừa thêm</source>
        <translation>Drop the row just added</translation>
    </message>
    <message>
        <source>Thêm dòng máy bỏ sót</source>
        <translation>Add a row that the machine missed</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>{count} cảnh báo (nhấn {key} để đến từng chỗ)</source>
        <translation>{count} warnings ({key} goes to each of them)</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>Chọn…</source>
        <extracomment>What the system draws around a window, at most.</extracomment>
        <translation>Choose…</translation>
    </message>
</context>
<context>
    <name>HandOnSection</name>
    <message>
        <source>Trao đổi với Trung tâm</source>
        <translation>Exchange with the centre</translation>
    </message>
    <message>
        <source>Chương trình không dùng mạng: dữ liệu chỉ rời máy này bằng USB do người của cơ quan mang đi. Hiện nay có thể giao cả kho dưới dạng bản sao lưu đã mã hóa; gói gửi từng hồ sơ và giấy biên nhận của Trung tâm chưa có trong phiên bản này.</source>
        <translation>The program uses no network: data leaves this PC only on a stick that somebody of the office carries. Today the whole store can be handed on as a sealed backup; parcels of single dossiers and receipts from the centre are not part of this version.</translation>
    </message>
    <message>
        <source>Ai mở được bản này</source>
        <translation>Who can open it</translation>
    </message>
    <message>
        <source>Người dùng của cơ quan mở bằng mật khẩu của mình vào ngày sao lưu. Nếu kho được tạo với khóa khôi phục của Trung tâm, Trung tâm cũng mở được bằng hai trong ba mảnh khóa do ba người giữ; nếu không, hai trong ba mảnh khóa của cơ quan mở được. Xin không để mảnh khóa chung với USB.</source>
        <translation>Users of the office open it with the passphrase that they had on the day of the backup. If the store was made with the recovery key of the centre, the centre can open it, too, with two of the three sheets that three people keep; if not, two of the three sheets of the office open it. Please do not keep sheets and stick together.</translation>
    </message>
    <message>
        <source>Sao lưu ra USB</source>
        <translation>Back up to a stick</translation>
    </message>
    <message>
        <source>Xin chọn thư mục trên USB.</source>
        <translation>Please choose a folder on the stick.</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Dừng việc này</source>
        <translation>Stop this job</translation>
    </message>
    <message>
        <source>Dừng: {words}</source>
        <translation>Stop: {words}</translation>
    </message>
    <message>
        <source>Đã xong.</source>
        <translation>Done.</translation>
    </message>
    <message>
        <source>Đã dừng. Phần đã làm xong vẫn được giữ.</source>
        <translation>Stopped. What was finished stays.</translation>
    </message>
    <message>
        <source>Không làm được.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Đang làm…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>{done}/{total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source> · còn dưới 1 phút</source>
        <translation> · less than 1 minute left</translation>
    </message>
    <message numerus="yes">
        <source> · còn khoảng %n phút</source>
        <translation>
            <numerusform> · about %n minute left</numerusform>
            <numerusform> · about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobsChip</name>
    <message numerus="yes">
        <source>Đang chạy: %n</source>
        <extracomment>Seconds that only go forward.</extracomment>
        <translation>
            <numerusform>Running: %n</numerusform>
            <numerusform>Running: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lỗi: %n việc</source>
        <translation>
            <numerusform>Failed: %n</numerusform>
            <numerusform>Failed: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Việc đã xong</source>
        <translation>Jobs done</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Việc đang chạy</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Không có việc nào. Việc lâu (đọc, sao lưu, in) sẽ hiện ở đây.</source>
        <translation>There are no jobs. What takes long (reading, backups, printing) is shown here.</translation>
    </message>
    <message>
        <source>Bỏ các việc đã xong khỏi danh sách</source>
        <translation>Take finished jobs off the list</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Các phím tắt</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>Lọc phím tắt</source>
        <translation>Filter the shortcuts</translation>
    </message>
    <message>
        <source>Lọc theo phím hoặc việc, không cần dấu</source>
        <translation>Filter by key or by what it does</translation>
    </message>
    <message>
        <source>↑ ↓: cuộn   ·   Esc: đóng   ·   phím của phần chưa mở sẽ có khi mở phần đó</source>
        <translation>↑ ↓: scroll   ·   Esc: close   ·   keys of other rooms are shown once those were opened</translation>
    </message>
    <message>
        <source>Không có phím nào như vậy. Xin thử gõ từ khác.</source>
        <translation>No such key. Please try another word.</translation>
    </message>
</context>
<context>
    <name>LogSection</name>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Thời điểm</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Ai</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Đối tượng</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Không có dòng nào như vậy trong nhật ký.</source>
        <translation>The log has no such entry.</translation>
    </message>
    <message>
        <source>Nhật ký</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Lọc nhật ký</source>
        <translation>Filter the log</translation>
    </message>
    <message numerus="yes">
        <source>%n dòng</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, hiện %n dòng mới nhất</source>
        <translation>
            <numerusform>, the newest one is shown</numerusform>
            <numerusform>, the newest %n are shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Login</name>
    <message>
        <source>Đăng nhập</source>
        <extracomment>Who came in, and the open program.</extracomment>
        <translation>Log in</translation>
    </message>
    <message>
        <source>Tạo kho dữ liệu mới</source>
        <translation>Make a new store</translation>
    </message>
    <message>
        <source>Tạo kho</source>
        <translation>Make the store</translation>
    </message>
</context>
<context>
    <name>LoginDialog</name>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Đăng nhập lại sau {seconds} giây</source>
        <translation>Log in again in {seconds} seconds</translation>
    </message>
    <message>
        <source>Đăng nhập</source>
        <translation>Log in</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Số hóa hồ sơ cán bộ</source>
        <extracomment>How the system&apos;s dialogs ask.</extracomment>
        <translation>Digitisation of cadre dossiers</translation>
    </message>
    <message>
        <source>Khóa chương trình</source>
        <translation>Lock the program</translation>
    </message>
    <message>
        <source>Đến phần {room}</source>
        <translation>Go to {room}</translation>
    </message>
    <message>
        <source>Đã lưu lựa chọn. Cửa sổ sẽ đổi ở lần mở sau, vì còn việc đang chạy ({key}).</source>
        <translation>Your choice is kept. The window changes the next time it is opened, because jobs still run ({key}).</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>Máy đọc rõ</source>
        <translation>Read clearly</translation>
    </message>
    <message>
        <source>Cần kiểm tra</source>
        <translation>To be checked</translation>
    </message>
    <message>
        <source>Đã kiểm tra</source>
        <translation>Checked</translation>
    </message>
</context>
<context>
    <name>NameSearch</name>
    <message>
        <source>hồ sơ</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>tài liệu</source>
        <translation>document</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Đóng thông báo</source>
        <translation>Close the notice</translation>
    </message>
</context>
<context>
    <name>Overlays</name>
    <message>
        <source>Mở bảng lệnh</source>
        <extracomment>The pages that were made so far, and the one on screen.</extracomment>
        <translation>Open the command palette</translation>
    </message>
    <message>
        <source>Xem các phím tắt</source>
        <translation>Show the shortcuts</translation>
    </message>
    <message>
        <source>Xem việc đang chạy</source>
        <translation>Show the jobs</translation>
    </message>
    <message>
        <source>Giao diện sáng</source>
        <translation>Light colours</translation>
    </message>
    <message>
        <source>Giao diện tối</source>
        <translation>Dark colours</translation>
    </message>
    <message>
        <source>Giao diện sáng, tối theo máy</source>
        <translation>Colours of the system</translation>
    </message>
    <message>
        <source>Mọi phần</source>
        <translation>Everywhere</translation>
    </message>
</context>
<context>
    <name>OwnPassphrase</name>
    <message>
        <source>Đặt mật khẩu của riêng mình</source>
        <translation>Choose a passphrase of your own</translation>
    </message>
    <message>
        <source>Đổi và đăng nhập</source>
        <translation>Change it and log in</translation>
    </message>
</context>
<context>
    <name>OwnPassphraseDialog</name>
    <message>
        <source>ít nhất 12 ký tự, nên gõ không dấu</source>
        <translation>at least 12 characters</translation>
    </message>
    <message>
        <source>Mật khẩu vừa nhập do người khác đặt nên người đó cũng biết. Trước khi làm việc, xin đặt mật khẩu mới chỉ riêng mình biết.</source>
        <translation>The passphrase just typed was given by somebody else, who knows it, too. Before you work, please choose a new one that only you know.</translation>
    </message>
    <message>
        <source>Mật khẩu mới</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu</source>
        <translation>Repeat the passphrase</translation>
    </message>
</context>
<context>
    <name>OwnPassphraseSection</name>
    <message>
        <source>Đổi mật khẩu của tôi</source>
        <translation>Change my passphrase</translation>
    </message>
    <message>
        <source>Nên dùng bốn từ trở lên, ví dụ một câu chỉ riêng mình nhớ. Không ai xem lại được mật khẩu.</source>
        <translation>Four words or more are best, a sentence that only you remember, for example. Nobody can look a passphrase up.</translation>
    </message>
    <message>
        <source>ít nhất 12 ký tự, nên gõ không dấu</source>
        <translation>at least 12 characters</translation>
    </message>
    <message>
        <source>Mật khẩu đang dùng</source>
        <translation>Passphrase in use</translation>
    </message>
    <message>
        <source>Mật khẩu mới</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu mới</source>
        <translation>Repeat the new passphrase</translation>
    </message>
    <message>
        <source>Đổi mật khẩu</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <source>Đã đổi mật khẩu. Lần đăng nhập sau xin dùng mật khẩu mới.</source>
        <translation>The passphrase was changed. Please use the new one from the next login on.</translation>
    </message>
</context>
<context>
    <name>PagePanel</name>
    <message>
        <source>Trang trước</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Giữ yên trang</source>
        <translation>Hold the page</translation>
    </message>
    <message>
        <source>Thu nhỏ</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Phóng to</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Vừa chiều ngang</source>
        <translation>Fit the width</translation>
    </message>
    <message>
        <source>Vừa cả trang</source>
        <translation>Fit the page</translation>
    </message>
    <message>
        <source>Trang {page}/{pages}</source>
        <translation>Page {page}/{pages}</translation>
    </message>
    <message>
        <source>Đang mở ảnh trang…</source>
        <translation>Opening the picture of the page…</translation>
    </message>
    <message>
        <source>Không mở được ảnh trang này. {reason}</source>
        <translation>The picture of this page could not be opened. {reason}</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Ảnh trang</source>
        <translation>Picture of the page</translation>
    </message>
</context>
<context>
    <name>PrintPage</name>
    <message>
        <source>Hồ sơ đã duyệt</source>
        <translation>Approved dossiers</translation>
    </message>
    <message>
        <source>Chưa có hồ sơ nào.</source>
        <translation>There are no dossiers yet.</translation>
    </message>
    <message>
        <source>In ấn</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>In phiếu ra PDF… ({key})</source>
        <translation>Print the profile as PDF… ({key})</translation>
    </message>
    <message>
        <source>Mở thư mục ({key})</source>
        <translation>Open the folder ({key})</translation>
    </message>
    <message>
        <source>Phiếu đã in</source>
        <translation>Printed profile</translation>
    </message>
    <message>
        <source>In phiếu ra PDF</source>
        <translation>Print the profile as PDF</translation>
    </message>
    <message>
        <source>Mở thư mục của phiếu vừa in</source>
        <translation>Open the folder of the profile just printed</translation>
    </message>
    <message>
        <source>Lọc danh sách hồ sơ</source>
        <translation>Filter the list of dossiers</translation>
    </message>
    <message>
        <source>Phiếu 2C - {name}.pdf</source>
        <translation>Profile 2C - {name}.pdf</translation>
    </message>
    <message>
        <source>Đã in phiếu ra tệp {file}.</source>
        <translation>The profile was printed to the file {file}.</translation>
    </message>
    <message>
        <source>Đã lưu trong thư mục {folder}</source>
        <translation>Saved in the folder {folder}</translation>
    </message>
    <message>
        <source>Nhấn {key} để in phiếu ra tệp PDF. Phiếu sẽ hiện ở đây.</source>
        <translation>Press {key} to print the profile to a PDF file. It will be shown here.</translation>
    </message>
    <message>
        <source>Xin chọn một hồ sơ trong danh sách bên trái.</source>
        <translation>Please choose a dossier in the list on the left.</translation>
    </message>
    <message>
        <source>Chưa có hồ sơ nào được duyệt. Tài liệu duyệt ở phần Kiểm tra sẽ hiện ở đây.</source>
        <translation>No dossier is approved yet. Documents approved in Verify will be shown here.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Hồ sơ cán bộ</source>
        <extracomment>Nine rooms in two lines each, and the foot, need so much. A week&apos;s work is as much as an office may lose.</extracomment>
        <translation>Cadre dossiers</translation>
    </message>
    <message>
        <source>Khóa</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>⚠ Chưa sao lưu lần nào</source>
        <translation>⚠ No backup yet</translation>
    </message>
    <message>
        <source>⚠ Quá 7 ngày chưa sao lưu (gần nhất {day})</source>
        <translation>⚠ No backup for more than 7 days (last one {day})</translation>
    </message>
    <message>
        <source>Sao lưu gần nhất: {day}</source>
        <translation>Last backup: {day}</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Mở lại trường đã duyệt</source>
        <translation>Reopen an approved field</translation>
    </message>
    <message>
        <source>&amp;Lý do sửa (được lưu cùng với giá trị cũ):</source>
        <translation>&amp;Reason for the change (kept with the old value):</translation>
    </message>
    <message>
        <source>Mở lại</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Không sửa</source>
        <translation>Do not change</translation>
    </message>
    <message>
        <source>Sau khi mở lại, tài liệu phải được kiểm tra và duyệt lại.</source>
        <translation>Once reopened, the document has to be checked and approved again.</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Sổ sao chụp tài liệu mật</source>
        <translation>Register of copies of secret papers</translation>
    </message>
    <message>
        <source>Phiếu cuối ngày</source>
        <translation>Day sheet</translation>
    </message>
    <message>
        <source>lọc danh sách</source>
        <translation>filter the list</translation>
    </message>
    <message>
        <source>Báo cáo</source>
        <translation>Reports</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>Khôi phục từ bản sao lưu</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>Khôi phục</source>
        <translation>Restore</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Thư mục hoặc USB có bản sao lưu</source>
        <translation>Folder or stick with the backup</translation>
    </message>
    <message>
        <source>Quên mật khẩu: đặt mật khẩu mới bằng hai mảnh khóa</source>
        <translation>Passphrase forgotten: choose a new one by two recovery sheets</translation>
    </message>
    <message>
        <source>Thư mục sao lưu</source>
        <translation>Backup folder</translation>
    </message>
    <message>
        <source>Bản sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>tắt bộ gõ tiếng Việt, gõ các từ theo thứ tự, không gõ số, cách nhau bằng dấu cách</source>
        <translation>keyboard without Vietnamese, the words in their order, no numbers, parted by spaces</translation>
    </message>
    <message>
        <source>Mảnh thứ nhất</source>
        <translation>First sheet</translation>
    </message>
    <message>
        <source>Mảnh thứ hai</source>
        <translation>Second sheet</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>Mật khẩu mới</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu</source>
        <translation>Repeat the passphrase</translation>
    </message>
    <message>
        <source>Chỉ khôi phục được khi máy này chưa có kho dữ liệu; bản sao lưu được giữ nguyên. Sau đó xin đăng nhập bằng mật khẩu đã dùng vào ngày sao lưu.</source>
        <translation>A backup can be restored only while this PC has no store; the backup stays as it is. Afterwards log in with the passphrase of the day of the backup.</translation>
    </message>
    <message>
        <source>ngày {day} (số {number})</source>
        <translation>of {day} (number {number})</translation>
    </message>
    <message>
        <source>Đã khôi phục bản sao lưu ngày {day}.</source>
        <translation>The backup of {day} was restored.</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Kiểm tra</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>In ấn</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Báo cáo</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Trao đổi</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Quản trị</source>
        <translation>Admin</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Lọc ({key})</source>
        <extracomment>Lines that say how wide a column has to be.</extracomment>
        <translation>Filter ({key})</translation>
    </message>
    <message>
        <source>Lọc: {name}</source>
        <translation>Filter: {name}</translation>
    </message>
</context>
<context>
    <name>ScanSettingsSection</name>
    <message>
        <source>Thiết lập quét</source>
        <translation>Scan settings</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cách quét</source>
        <translation>How it scans</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Chưa có thiết lập quét nào. Người quét lưu thiết lập khi quét.</source>
        <translation>There are no scan settings yet. Whoever scans saves them while scanning.</translation>
    </message>
    <message>
        <source>Xin chọn một thiết lập trong danh sách.</source>
        <translation>Please choose settings in the list.</translation>
    </message>
    <message>
        <source>Khóa: chỉ lãnh đạo được sửa</source>
        <translation>Lock: only the head may change them</translation>
    </message>
    <message>
        <source>Xóa thiết lập này</source>
        <translation>Remove these settings</translation>
    </message>
    <message>
        <source>Lọc thiết lập quét</source>
        <translation>Filter the scan settings</translation>
    </message>
    <message>
        <source>có sẵn theo quy định</source>
        <translation>ready, by the rules</translation>
    </message>
    <message>
        <source>đã khóa</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>của cơ quan</source>
        <translation>the office&apos;s own</translation>
    </message>
    <message>
        <source>Thiết lập đang chọn</source>
        <translation>Chosen settings</translation>
    </message>
    <message>
        <source>Có sẵn trong chương trình, theo {source}</source>
        <translation>Comes with the program, by {source}</translation>
    </message>
    <message>
        <source>Bỏ khóa</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Đã bỏ khóa “{name}”.</source>
        <translation>“{name}” was unlocked.</translation>
    </message>
    <message>
        <source>Đã khóa “{name}”.</source>
        <translation>“{name}” was locked.</translation>
    </message>
    <message>
        <source>Đã xóa “{name}”.</source>
        <translation>“{name}” was removed.</translation>
    </message>
</context>
<context>
    <name>SetUpDialog</name>
    <message>
        <source>Thư mục lưu mảnh khóa</source>
        <translation>Folder for the recovery sheets</translation>
    </message>
    <message>
        <source>Khôi phục từ bản sao lưu…</source>
        <translation>Restore from a backup…</translation>
    </message>
    <message>
        <source>chữ thường không dấu, ví dụ: lan</source>
        <translation>small letters without marks, for example: lan</translation>
    </message>
    <message>
        <source>ít nhất 12 ký tự, nên gõ không dấu</source>
        <translation>at least 12 characters</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu</source>
        <translation>Repeat the passphrase</translation>
    </message>
    <message>
        <source>Lưu mảnh khóa vào</source>
        <translation>Recovery sheets go to</translation>
    </message>
    <message>
        <source>Người dùng đầu tiên là lãnh đạo cơ quan, có quyền thêm người dùng khác. Chương trình tạo ba mảnh khóa khôi phục (tệp PDF); khi quên mật khẩu, cần hai trong ba mảnh để mở kho. Xin lưu vào USB, in ra, giao cho ba người giữ, rồi xóa các tệp.</source>
        <translation>The first user is the head of the office and may add others. The program makes three recovery sheets (PDF files); when a passphrase is forgotten, two of the three open the store. Please save them to a stick, print them, give them to three people to keep, and delete the files.</translation>
    </message>
</context>
<context>
    <name>Station</name>
    <message>
        <source>Trạm quét hồ sơ</source>
        <extracomment>What foot switches send, and what lies under a thumb. A sentence with more letters is set smaller: who acts on it stands before the screen.</extracomment>
        <translation>Scanning station</translation>
    </message>
    <message>
        <source>Chưa có trang nào</source>
        <translation>No page yet</translation>
    </message>
    <message>
        <source>Phím cách, Enter hoặc bàn đạp: bắt đầu, dừng, quét tiếp   ·   N: hồ sơ mới   ·   F2: bật, tắt tiếng   ·   Esc: đóng</source>
        <translation>Space, Enter or pedal: start, stop, go on   ·   N: new dossier   ·   F2: sound on, off   ·   Esc: close</translation>
    </message>
    <message>
        <source>Trạm quét</source>
        <translation>Scanning station</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>trang hồ sơ {number}
đã an toàn
(cả buổi: {all})</source>
        <translation>pages of dossier {number}
safe
(whole sitting: {all})</translation>
    </message>
    <message>
        <source>Hồ sơ mới (N)</source>
        <translation>New dossier (N)</translation>
    </message>
    <message>
        <source>Bật tiếng (F2)</source>
        <translation>Sound on (F2)</translation>
    </message>
    <message>
        <source>Tắt tiếng (F2)</source>
        <translation>Sound off (F2)</translation>
    </message>
    <message>
        <source>SẴN SÀNG</source>
        <translation>READY</translation>
    </message>
    <message>
        <source>Đặt giấy của một hồ sơ vào khay, rồi bấm nút Bắt đầu.</source>
        <translation>Put the paper of one dossier into the feeder and press Start.</translation>
    </message>
    <message>
        <source>Bắt đầu</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>ĐANG QUÉT</source>
        <translation>SCANNING</translation>
    </message>
    <message>
        <source>Trang đã đếm là trang đã an toàn trên đĩa.</source>
        <translation>A page that is counted is safe on the disk.</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>XONG</source>
        <translation>DONE</translation>
    </message>
    <message>
        <source>Khay đã hết giấy. Còn giấy của hồ sơ này thì đặt tiếp; hết thì chọn Hồ sơ mới.</source>
        <translation>The feeder is empty. Put in more paper of this dossier, or choose New dossier.</translation>
    </message>
    <message>
        <source>Quét tiếp</source>
        <translation>Scan on</translation>
    </message>
    <message>
        <source>XEM LẠI</source>
        <translation>LOOK HERE</translation>
    </message>
    <message>
        <source>Đọc: không còn trang nào chờ</source>
        <translation>Reading: no page waits</translation>
    </message>
    <message>
        <source>Đọc: {read}/{known} trang</source>
        <translation>Reading: {read}/{known} pages</translation>
    </message>
    <message>
        <source> · {count} hồ sơ chờ</source>
        <translation> · {count} dossiers wait</translation>
    </message>
    <message>
        <source> · còn dưới 1 phút</source>
        <translation> · less than 1 minute left</translation>
    </message>
    <message>
        <source> · còn khoảng {minutes} phút</source>
        <translation> · about {minutes} minutes left</translation>
    </message>
</context>
<context>
    <name>StationSession</name>
    <message>
        <source>Hồ sơ {pile}, trang {page}: {sentence}</source>
        <translation>Dossier {pile}, page {page}: {sentence}</translation>
    </message>
    <message>
        <source>Hồ sơ {number} chưa đọc được: {sentence}</source>
        <translation>Dossier {number} was not read yet: {sentence}</translation>
    </message>
</context>
<context>
    <name>StoreCheckSection</name>
    <message>
        <source>Chỗ không còn nguyên vẹn</source>
        <translation>What is not whole any more</translation>
    </message>
    <message>
        <source>Điều đã thấy</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>Ở đâu</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Chưa kiểm tra. Xin nhấn “Kiểm tra kho”; kho lớn mất vài phút, vẫn làm việc khác được.</source>
        <translation>Not checked yet. Please press “Store check”; a large store takes some minutes, and you can work meanwhile.</translation>
    </message>
    <message>
        <source>Kiểm tra kho</source>
        <translation>Store check</translation>
    </message>
    <message>
        <source>Đối chiếu cấu trúc, nhật ký, chỉ mục tìm kiếm và từng trang gốc với những gì kho đã hứa giữ.</source>
        <translation>Compares structure, log, search index and every original page with what the store promised to keep.</translation>
    </message>
    <message>
        <source>mỗi dòng một mã, có thể để trống</source>
        <translation>one anchor a line, may be left empty</translation>
    </message>
    <message>
        <source>Mã chốt nhật ký đã ghi ngoài máy</source>
        <translation>Anchors of the log noted outside the PC</translation>
    </message>
    <message>
        <source>Kiểm tra kho ({key})</source>
        <translation>Store check ({key})</translation>
    </message>
    <message>
        <source>Chỉ mục tìm kiếm</source>
        <translation>Search index</translation>
    </message>
    <message>
        <source>Khi tìm không ra hồ sơ chắc chắn có, xin lập lại chỉ mục từ các hồ sơ.</source>
        <translation>When a dossier that is surely there is not found, make the index anew from the dossiers.</translation>
    </message>
    <message>
        <source>Lập lại chỉ mục</source>
        <translation>Make the index anew</translation>
    </message>
    <message>
        <source>Không có chỗ nào hỏng.</source>
        <translation>Nothing is broken.</translation>
    </message>
    <message>
        <source>Lập lại chỉ mục tìm kiếm</source>
        <translation>Make the search index anew</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Gợi ý</source>
        <translation>Suggestions</translation>
    </message>
</context>
<context>
    <name>TabbedRoom</name>
    <message>
        <source>thẻ sau, thẻ trước</source>
        <translation>next tab, previous tab</translation>
    </message>
    <message>
        <source>{room}: {tab}</source>
        <translation>{room}: {tab}</translation>
    </message>
    <message>
        <source>Thẻ sau</source>
        <translation>Next tab</translation>
    </message>
    <message>
        <source>Thẻ trước</source>
        <translation>Previous tab</translation>
    </message>
</context>
<context>
    <name>UnitsSection</name>
    <message>
        <source>Cơ quan, đơn vị</source>
        <translation>Agencies and units</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Cấp quản lý</source>
        <translation>Managed by</translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Chưa có cơ quan, đơn vị nào. Lãnh đạo cơ quan thêm ở khung bên phải.</source>
        <translation>There are no agencies or units yet. Add them on the right.</translation>
    </message>
    <message>
        <source>Chưa có cơ quan, đơn vị nào. Lãnh đạo cơ quan có quyền thêm.</source>
        <translation>There are no agencies or units yet. The head of the office may add them.</translation>
    </message>
    <message>
        <source>Lọc cơ quan, đơn vị</source>
        <translation>Filter agencies and units</translation>
    </message>
    <message>
        <source>Thêm cơ quan, đơn vị</source>
        <translation>Add an agency or unit</translation>
    </message>
    <message>
        <source>Đã thêm {name}.</source>
        <translation>{name} was added.</translation>
    </message>
    <message>
        <source>Đã ghi tên mới: {name}. Tên cũ vẫn giữ cho giấy tờ của thời đó.</source>
        <translation>The new name was noted: {name}. The old one stays for papers of its time.</translation>
    </message>
    <message>
        <source>Xin ghi ngày giải thể, ví dụ 01/07/2025.</source>
        <translation>Please give the date of the end, for example 01/07/2025.</translation>
    </message>
    <message>
        <source>Đã ghi ngày giải thể của {name}. Đơn vị vẫn còn trong danh sách.</source>
        <translation>The end of {name} was noted. The unit stays in the list.</translation>
    </message>
</context>
<context>
    <name>UsersSection</name>
    <message>
        <source>Người dùng</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Chưa có người dùng nào. Kho mẫu và kho tập dùng không có đăng nhập.</source>
        <translation>There are no users yet. Sample and practice stores have no login.</translation>
    </message>
    <message>
        <source>Lọc người dùng</source>
        <translation>Filter the users</translation>
    </message>
    <message>
        <source>Thêm người dùng</source>
        <translation>Add a user</translation>
    </message>
    <message>
        <source>từ {day}</source>
        <translation>since {day}</translation>
    </message>
    <message>
        <source>đã nghỉ {day}</source>
        <translation>retired {day}</translation>
    </message>
    <message>
        <source>Đã thêm {name}. Lần đăng nhập đầu tiên, người này sẽ phải đặt mật khẩu của riêng mình.</source>
        <translation>{name} was added. At the first login this person has to choose a passphrase of their own.</translation>
    </message>
    <message>
        <source>Đã đổi vai trò của {name} thành {role}.</source>
        <translation>The role of {name} is now {role}.</translation>
    </message>
    <message>
        <source>Đã đặt mật khẩu mới cho {name}. Khi đăng nhập, người này sẽ phải đổi mật khẩu.</source>
        <translation>{name} has a new passphrase and has to choose another one at the login.</translation>
    </message>
    <message>
        <source>{name} có thể đăng nhập lại ngay.</source>
        <translation>{name} may log in again at once.</translation>
    </message>
    <message>
        <source>Cho {name} nghỉ? Từ nay tên “{login}” không đăng nhập được nữa; nhật ký vẫn giữ.</source>
        <translation>Retire {name}? Nobody will log in as “{login}” any more; the log keeps the name.</translation>
    </message>
    <message>
        <source>Cho nghỉ</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>{name} đã nghỉ, không đăng nhập được nữa.</source>
        <translation>{name} is retired and cannot log in any more.</translation>
    </message>
</context>
<context>
    <name>ValueBox</name>
    <message>
        <source>không đọc được</source>
        <extracomment>The value laid out for widths, and the label: whenever the card above grows, every box is asked.</extracomment>
        <translation>illegible</translation>
    </message>
    <message>
        <source>để trống</source>
        <translation>blank</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>Giá trị của trường đang kiểm tra</source>
        <extracomment>Whether the person says that the paper has it just so (Shift). The text as somebody has just typed it.</extracomment>
        <translation>Value of the field being checked</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>Tài liệu</source>
        <extracomment>The list of fields under the card keeps at least this height.</extracomment>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Chưa có tài liệu nào. Tài liệu đã quét sẽ hiện ở đây.</source>
        <translation>There are no documents yet. Scanned documents will be shown here.</translation>
    </message>
    <message>
        <source>Kiểm tra</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Hiện hoặc ẩn danh sách tài liệu ({key})</source>
        <translation>Show or hide the list of documents ({key})</translation>
    </message>
    <message>
        <source>Danh sách tài liệu</source>
        <translation>List of documents</translation>
    </message>
    <message>
        <source>Duyệt ({key})</source>
        <translation>Approve ({key})</translation>
    </message>
    <message>
        <source>In phiếu ({key})</source>
        <translation>Print profile ({key})</translation>
    </message>
    <message>
        <source>trường sau, trường trước</source>
        <translation>next field, previous field</translation>
    </message>
    <message>
        <source>lật trang</source>
        <translation>turn pages</translation>
    </message>
    <message>
        <source>cỡ ảnh</source>
        <translation>size of the picture</translation>
    </message>
    <message>
        <source>đổi dấu, đổi chữ</source>
        <translation>change marks, change the letter</translation>
    </message>
    <message>
        <source>gợi ý, chọn, lấy</source>
        <translation>suggestions, choose, take</translation>
    </message>
    <message>
        <source>hoàn tác</source>
        <translation>undo</translation>
    </message>
    <message>
        <source>tài liệu kế tiếp</source>
        <translation>next document</translation>
    </message>
    <message>
        <source>trang còn việc</source>
        <translation>pages with work left</translation>
    </message>
    <message>
        <source>về ô giá trị</source>
        <translation>back to the value</translation>
    </message>
    <message>
        <source>vừa ngang, vừa trang</source>
        <translation>fit width, fit page</translation>
    </message>
    <message>
        <source>Để trống: giấy không ghi</source>
        <translation>Blank: nothing on the paper</translation>
    </message>
    <message>
        <source>Không đọc được</source>
        <translation>Illegible</translation>
    </message>
    <message>
        <source>Mở lại trường đã trả lời</source>
        <translation>Reopen an answered field</translation>
    </message>
    <message>
        <source>Duyệt tài liệu</source>
        <translation>Approve the document</translation>
    </message>
    <message>
        <source>In phiếu của tài liệu này</source>
        <translation>Print the profile of this document</translation>
    </message>
    <message>
        <source>Đổi dấu thanh của chữ ở con trỏ</source>
        <translation>Change the tone mark of the letter at the cursor</translation>
    </message>
    <message>
        <source>Đổi chữ ở con trỏ (a, ă, â)</source>
        <translation>Change the letter at the cursor (a, ă, â)</translation>
    </message>
    <message>
        <source>Hiện gợi ý</source>
        <translation>Show suggestions</translation>
    </message>
    <message>
        <source>Trang sau còn việc</source>
        <translation>Next page with work left</translation>
    </message>
    <message>
        <source>Trang trước còn việc</source>
        <translation>Previous page with work left</translation>
    </message>
    <message>
        <source>Đến cảnh báo kế tiếp</source>
        <translation>Go to the next warning</translation>
    </message>
    <message>
        <source>Thêm dòng vào bảng</source>
        <translation>Add a row to the table</translation>
    </message>
    <message>
        <source>Hiện hoặc ẩn danh sách tài liệu</source>
        <translation>Show or hide the list of documents</translation>
    </message>
    <message>
        <source>Tài liệu kế tiếp đang chờ</source>
        <translation>Next waiting document</translation>
    </message>
    <message>
        <source>Lọc danh sách tài liệu</source>
        <translation>Filter the list of documents</translation>
    </message>
    <message>
        <source>Về ô giá trị</source>
        <translation>Back to the value</translation>
    </message>
    <message>
        <source>Danh sách ({key})</source>
        <translation>List ({key})</translation>
    </message>
    <message>
        <source>Chưa có tài liệu nào để kiểm tra.</source>
        <translation>There are no documents to verify yet.</translation>
    </message>
    <message>
        <source>Tài liệu này không thuộc mẫu nào mà chương trình biết.</source>
        <translation>This document is of no form that the program knows.</translation>
    </message>
    <message>
        <source>Xin chọn một tài liệu trong danh sách bên trái.</source>
        <translation>Please choose a document in the list on the left.</translation>
    </message>
    <message>
        <source>Không rõ mẫu</source>
        <translation>Form not known</translation>
    </message>
    <message>
        <source>{form} · {pages} trang</source>
        <translation>{form} · {pages} pages</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n chỗ phải kiểm tra</source>
        <translation>
            <numerusform>%n place left to check</numerusform>
            <numerusform>%n places left to check</numerusform>
        </translation>
    </message>
    <message>
        <source>Đã duyệt</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Đã kiểm tra hết</source>
        <translation>All checked</translation>
    </message>
    <message>
        <source>Đưa tài liệu này vào lý lịch điện tử</source>
        <translation>Put this document into the electronic record</translation>
    </message>
    <message>
        <source>Xin kiểm tra hết trước khi duyệt</source>
        <translation>Please check everything before you approve</translation>
    </message>
    <message>
        <source>Không rõ mẫu nên chưa duyệt được</source>
        <translation>The form is not known, so it cannot be approved yet</translation>
    </message>
    <message>
        <source>Chờ người có quyền duyệt</source>
        <translation>Waits for somebody who may approve</translation>
    </message>
    <message>
        <source>Đang lưu…</source>
        <translation>Saving…</translation>
    </message>
</context>
<context>
    <name>VerifyRoom</name>
    <message>
        <source>Đã kiểm tra hết.</source>
        <translation>All checked.</translation>
    </message>
    <message>
        <source>Còn {count} cảnh báo, xin xem lại bằng phím {key}.</source>
        <translation>{count} warnings are left; please look at them with {key}.</translation>
    </message>
    <message>
        <source>Xin nhấn {key} để duyệt.</source>
        <translation>Please press {key} to approve.</translation>
    </message>
    <message>
        <source>Tài liệu chờ người có quyền duyệt.</source>
        <translation>The document waits for somebody who may approve.</translation>
    </message>
    <message>
        <source>Đã duyệt {name}. Tài liệu đã vào lý lịch điện tử, nay có thể in phiếu.</source>
        <translation>{name} was approved. The document is in the electronic record, and the profile can be printed.</translation>
    </message>
    <message>
        <source>Xem lại tài liệu vừa xong</source>
        <translation>Look at the document just finished</translation>
    </message>
    <message>
        <source>Tài liệu kế tiếp ({key})</source>
        <translation>Next document ({key})</translation>
    </message>
</context>
<context>
    <name>WindowSettingsSection</name>
    <message>
        <source>Cửa sổ trên máy này</source>
        <translation>The window on this PC</translation>
    </message>
    <message>
        <source>Các lựa chọn này chỉ áp dụng cho người đang dùng máy này và không đổi dữ liệu nào.</source>
        <translation>These choices are for whoever uses this PC and change no data.</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Theo máy</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source> phút</source>
        <translation> minutes</translation>
    </message>
    <message>
        <source>Giao diện</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Tự khóa khi không ai dùng sau</source>
        <translation>Locks itself when nobody works for</translation>
    </message>
    <message>
        <source>Áp dụng ({key})</source>
        <translation>Apply ({key})</translation>
    </message>
    <message>
        <source>Áp dụng cài đặt</source>
        <translation>Apply the settings</translation>
    </message>
    <message>
        <source>Các cài đặt này đang được dùng rồi.</source>
        <translation>These settings are in use already.</translation>
    </message>
</context>
<context>
    <name>_ChosenCard</name>
    <message>
        <source>Xin chọn một người trong danh sách.</source>
        <translation>Please choose somebody in the list.</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Đổi vai trò</source>
        <translation>Change the role</translation>
    </message>
    <message>
        <source>Mật khẩu mới (khi người này quên)</source>
        <translation>New passphrase (when this person forgot it)</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu</source>
        <translation>Repeat the passphrase</translation>
    </message>
    <message>
        <source>Đặt mật khẩu mới</source>
        <translation>Give the new passphrase</translation>
    </message>
    <message>
        <source>Cho đăng nhập lại ngay</source>
        <translation>Let them log in at once</translation>
    </message>
    <message>
        <source>Bỏ thời gian chờ sau khi nhập sai mật khẩu nhiều lần</source>
        <translation>Lift the wait after too many wrong passphrases</translation>
    </message>
    <message>
        <source>Cho nghỉ…</source>
        <translation>Retire…</translation>
    </message>
    <message>
        <source>Người đang chọn</source>
        <translation>Chosen person</translation>
    </message>
</context>
<context>
    <name>_DocumentDelegate</name>
    <message>
        <source>không rõ mẫu</source>
        <translation>form not known</translation>
    </message>
    <message>
        <source>Đã duyệt</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Chưa duyệt được</source>
        <translation>Cannot be approved yet</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n chỗ</source>
        <translation>
            <numerusform>%n place left</numerusform>
            <numerusform>%n places left</numerusform>
        </translation>
    </message>
    <message>
        <source>Chờ duyệt</source>
        <translation>Waits for approval</translation>
    </message>
</context>
<context>
    <name>_NewUnitCard</name>
    <message>
        <source>Thêm cơ quan, đơn vị ({key})</source>
        <translation>Add an agency or unit ({key})</translation>
    </message>
    <message>
        <source>ví dụ 01/07/2025, có thể để trống</source>
        <translation>for example 01/07/2025, may be left empty</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Cấp quản lý</source>
        <translation>Managed by</translation>
    </message>
    <message>
        <source>Cơ quan cấp trên</source>
        <translation>Agency above it</translation>
    </message>
    <message>
        <source>Thành lập từ ngày</source>
        <translation>There since</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>(không ghi)</source>
        <translation>(not given)</translation>
    </message>
</context>
<context>
    <name>_NewUserCard</name>
    <message>
        <source>Thêm người dùng ({key})</source>
        <translation>Add a user ({key})</translation>
    </message>
    <message>
        <source>chữ thường không dấu, ví dụ: lan</source>
        <translation>small letters without marks, for example: lan</translation>
    </message>
    <message>
        <source>ít nhất 12 ký tự</source>
        <translation>at least 12 characters</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Mật khẩu lần đầu</source>
        <translation>First passphrase</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu</source>
        <translation>Repeat the passphrase</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>_OtherNameCard</name>
    <message>
        <source>Xin chọn một cơ quan, đơn vị trong danh sách.</source>
        <translation>Please choose an agency or unit in the list.</translation>
    </message>
    <message>
        <source>ví dụ 01/07/2025</source>
        <translation>for example 01/07/2025</translation>
    </message>
    <message>
        <source>Tên mới</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>Kể từ ngày (đổi tên, giải thể)</source>
        <translation>Since when (new name, end)</translation>
    </message>
    <message>
        <source>Đổi tên</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Ghi giải thể</source>
        <translation>Note the end</translation>
    </message>
    <message>
        <source>Đơn vị đang chọn</source>
        <translation>Chosen unit</translation>
    </message>
</context>
</TS>
